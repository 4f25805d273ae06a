import type { Past } from './timeline.js';

/** What says who may see a thing: everybody, or only those who work on it. */
export const visibility: Readonly<Record<string, boolean>> = {
  MunicipalityPublished: true,
  MunicipalityUnpublished: false,
  PlanPublished: true,
  PlanUnpublished: false,
  MeasurePublished: true,
  MeasureUnpublished: false,
  ActorPublished: true,
  ActorUnpublished: false,
  RoundtablePublished: true,
  RoundtableUnpublished: false,
};

/** An entry that says who may see a thing. */
export const isAboutVisibility = (type: string): boolean => Object.hasOwn(visibility, type);

/** Visible to everybody: the last word on it, in the order recorded. Drafts at first. */
export const isPublished = (history: readonly Past[]): boolean =>
  visibility[history.findLast(({ type }) => isAboutVisibility(type))?.type ?? ''] ?? false;
