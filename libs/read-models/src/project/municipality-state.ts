import type { Entry, EventData } from '@klimaspur/domain';
import type { Municipality, Observers } from '../types.js';

/** What a town's stream says of it at one moment. */
export interface MunicipalityState {
  readonly founded: EventData<'MunicipalityFounded'> | null;
  readonly described: EventData<'MunicipalityDescribed'> | null;
  readonly observers: Observers | null;
  readonly target: Municipality['target'];
}

export const unknownMunicipality: MunicipalityState = {
  founded: null,
  described: null,
  observers: null,
  target: null,
};

const dataOf = <
  T extends
    | 'MunicipalityFounded'
    | 'MunicipalityDescribed'
    | 'MunicipalityObserversDescribed'
    | 'MunicipalityTargetSet',
>(
  entry: Entry,
  _type: T,
) => entry.data as unknown as EventData<T>;

/** What one entry makes of a town: each replaces what was said before. */
export const evolveMunicipality = (state: MunicipalityState, entry: Entry): MunicipalityState => {
  switch (entry.type) {
    case 'MunicipalityFounded':
      return { ...state, founded: dataOf(entry, 'MunicipalityFounded') };
    case 'MunicipalityDescribed':
      return { ...state, described: dataOf(entry, 'MunicipalityDescribed') };
    case 'MunicipalityObserversDescribed':
      return { ...state, observers: observers(entry) };
    case 'MunicipalityTargetSet':
      return { ...state, target: target(entry) };
    default:
      return state;
  }
};

const observers = (entry: Entry): Observers => {
  const { relation, licence, logo, text } = dataOf(entry, 'MunicipalityObserversDescribed');
  const { mediaType, bytes, alt } = text?.logo ?? {};
  return {
    relation: relation ?? null,
    name: text?.name ?? null,
    website: text?.website ?? null,
    contact: text?.contact ?? null,
    teaser: text?.teaser ?? null,
    description: text?.description ?? null,
    method: text?.method ?? null,
    sources: text?.sources ?? null,
    supporters: text?.supporters ?? null,
    licence: licence ?? null,
    // Without its words, for example after they were taken out, a picture is not shown.
    logo: logo && mediaType && bytes && alt ? { sha256: logo, mediaType, bytes, alt } : null,
    responsible: text?.responsible ?? [],
    entry: entry.id,
  };
};

const target = (entry: Entry): Municipality['target'] => {
  const { targetYear, resolvedOn, decision, text } = dataOf(entry, 'MunicipalityTargetSet');
  return {
    year: targetYear,
    resolvedOn: resolvedOn ?? null,
    decision: decision ?? null,
    resolution: text?.resolution ?? null,
    note: text?.note ?? null,
    evidence: text?.evidence ?? [],
    entry: entry.id,
  };
};

/** A town as its rows hold it. */
export const municipalityFacts = ({
  founded,
  described,
  observers: who,
  target: aim,
}: MunicipalityState) => {
  if (founded === null) return null;
  const { text } = described ?? {};
  return {
    name: text?.name ?? founded.text?.name ?? '',
    ags: founded.ags ?? null,
    state: founded.state ?? null,
    population: described?.population ?? null,
    populationOn: described?.populationOn ?? null,
    teaser: text?.teaser ?? null,
    description: text?.description ?? null,
    website: text?.website ?? null,
    postcode: text?.postcode ?? null,
    assessments: text?.assessments ?? {},
    observers: who,
    target: aim,
  };
};
export type MunicipalityFacts = NonNullable<ReturnType<typeof municipalityFacts>>;
