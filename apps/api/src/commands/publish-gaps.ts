import {
  DomainError,
  isPublished,
  type Issue,
  isUuid,
  timeline,
  type Past,
} from '@klimaspur/domain';
import { type EventReader, streamName } from '@klimaspur/event-store';
import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { Worlds } from '../persistence/worlds.js';
import { workPath } from '../web/paths.js';
import { isFilled } from '../web/site/site-filled.js';
import { siteFormPath } from '../web/site/site-paths.js';
import type { Door } from './doors.js';
import type { EntryBody } from './record-entry.command.js';

/** What must be said before a town may be public, in the order in which it is asked for. */
const gaps = ['imprint', 'privacy', 'accessibility', 'responsible', 'observers'] as const;
type Gap = (typeof gaps)[number];
const codeOf = (gap: Gap) => `publish/${gap}-missing` as const;

/** Where each is filled in; an address with the town's id leads to it whatever it is called. */
const places: Readonly<Record<Gap, (lang: Lang, town?: string) => string | undefined>> = {
  imprint: (lang) => siteFormPath(lang, 'imprint'),
  privacy: (lang) => siteFormPath(lang, 'privacy'),
  accessibility: (lang) => siteFormPath(lang, 'accessibility'),
  responsible: (lang, town) => town && workPath(lang, town, 'observers'),
  observers: (lang, town) => town && workPath(lang, town, 'observers'),
};

/** The page on which what is missing can be filled in; undefined for issues of any other kind, and where no town is here yet. */
export const placeToFill = (
  { code, params }: Pick<Issue, 'code'> & Partial<Pick<Issue, 'params'>>,
  lang: Lang,
): string | undefined => {
  const gap = gaps.find((known) => codeOf(known) === code);
  return gap && places[gap](lang, params?.['town'] as string | undefined);
};

/** Refuses by the first of them; the problem names all. */
export const refuseIssues = (issues: readonly Issue[]): void => {
  const [first] = issues;
  if (first) throw new DomainError(first.code, issues);
};

/** Finds out what still stands in the way of publishing a town. */
@Injectable()
export class PublishGaps {
  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
  ) {}

  async of(municipality: string, history: readonly Past[]): Promise<Issue[]> {
    const filled: Readonly<Record<Gap, boolean>> = {
      imprint: await isFilled(this.vault, 'imprint'),
      privacy: await isFilled(this.vault, 'privacy'),
      accessibility: await isFilled(this.vault, 'accessibility'),
      responsible: (await this.vault.responsible([municipality])).has(municipality),
      observers: timeline(history).some(saysWhoObserves),
    };
    return gaps
      .filter((gap) => !filled[gap])
      .map((gap) => ({ path: gap, code: codeOf(gap), params: { town: municipality } }));
  }

  /** What a town that is public already is without. */
  async ofPublic(municipality: string): Promise<Issue[]> {
    const world = this.worlds.current();
    if (world.name !== 'own') return [];
    const history = await pastOf(world.store, municipality);
    return isPublished(history) ? this.of(municipality, history) : [];
  }

  /**
   * What stands in the way of a command: of one that makes a town of the own world public, what is missing; of one that
   * takes back who observes a public town, that it is needed.
   */
  async before(
    { definition, category }: Door,
    municipality: string | undefined,
    { entry }: EntryBody,
  ): Promise<Issue[]> {
    const world = this.worlds.current();
    const publishes = definition.type === 'MunicipalityPublished';
    const takesBack = definition.type === 'EntryVoided' && category === 'municipality';
    if (world.name !== 'own' || !(publishes || takesBack) || !isUuid(municipality)) return [];
    const history = await pastOf(world.store, municipality);
    if (isPublished(history)) return takesBack ? observersNeeded(history, entry) : [];
    return publishes ? this.of(municipality, history) : [];
  }
}

const saysWhoObserves = ({ type }: Pick<Past, 'type'>) => type === 'MunicipalityObserversDescribed';

const observersNeeded = (history: readonly Past[], entry: unknown): Issue[] => {
  const said = timeline(history).filter(saysWhoObserves);
  const isLast = said.length > 0 && said.every(({ id }) => id === entry);
  return isLast ? [{ path: 'entry', code: 'public/observers-needed', params: {} }] : [];
};

const pastOf = async (log: EventReader, municipality: string) =>
  (await log.readStream(streamName('municipality', municipality))) as unknown as Past[];
