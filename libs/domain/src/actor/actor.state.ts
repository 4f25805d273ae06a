import type { EventData } from '../catalogue.js';
import type { PartialDate } from '../shared/partial-date.js';
import type { ActorKind, contributions, SeatKind } from '../shared/vocabulary.js';
import type { Entry } from '../timeline.js';

export type Contribution = (typeof contributions)[number];

export interface Offer {
  readonly entry: string;
  readonly contribution: Contribution;
  readonly what: string;
  readonly on: PartialDate | null;
}

/** All that the stream of an organisation says, at one moment. */
export interface ActorState {
  readonly kind: ActorKind;
  readonly organ: string | null;
  readonly name: string;
  readonly website: string | null;
  readonly contact: string | null;
  readonly description: string | null;
  /** Since when it belongs to the alliance; null: it does not. */
  readonly inAlliance: { readonly entry: string; readonly on: PartialDate | null } | null;
  readonly offers: readonly Offer[];
}

export const unknownActor: ActorState = {
  kind: 'OTHER',
  organ: null,
  name: '',
  website: null,
  contact: null,
  description: null,
  inAlliance: null,
  offers: [],
};

type ActorEvent = 'ActorRegistered' | 'ActorDescribed' | 'ActorOfferMade' | 'ActorOfferWithdrawn';

const typed = <T extends ActorEvent>(entry: Entry, _type: T) =>
  entry.data as unknown as EventData<T>;

const evolve = (state: ActorState, entry: Entry): ActorState => {
  switch (entry.type) {
    case 'ActorRegistered': {
      const { kind, organ, text } = typed(entry, 'ActorRegistered');
      return { ...state, kind, organ: organ ?? null, name: text?.name ?? '' };
    }
    case 'ActorDescribed': {
      const { kind, organ, text } = typed(entry, 'ActorDescribed');
      const { name = '', website = null, contact = null, description = null } = text ?? {};
      return { ...state, kind, organ: organ ?? null, name, website, contact, description };
    }
    case 'ActorAllianceJoined':
      return { ...state, inAlliance: { entry: entry.id, on: entry.occurredOn } };
    case 'ActorAllianceLeft':
      return { ...state, inAlliance: null };
    case 'ActorOfferMade': {
      const { contribution, text } = typed(entry, 'ActorOfferMade');
      const offer = { entry: entry.id, contribution, what: text?.what ?? '', on: entry.occurredOn };
      return { ...state, offers: [...state.offers, offer] };
    }
    case 'ActorOfferWithdrawn': {
      const { offer } = typed(entry, 'ActorOfferWithdrawn');
      return { ...state, offers: state.offers.filter((other) => other.entry !== offer) };
    }
    default:
      return state;
  }
};

/** The state that a story in order of effect leads to. */
export const actorState = (entries: readonly Entry[]): ActorState =>
  entries.reduce(evolve, unknownActor);

/** The group in which an organisation is counted where it has no seat of its own. */
export const seatKindOf: Readonly<Record<ActorKind, SeatKind>> = {
  ADMINISTRATION: 'ADMINISTRATION',
  PARTY: 'POLITICS',
  COMPANY: 'BUSINESS',
  COOPERATIVE: 'BUSINESS',
  ASSOCIATION: 'ASSOCIATION',
  CITIZENS_GROUP: 'CITIZENS',
  EXPERT: 'EXPERT',
  OTHER: 'ASSOCIATION',
};
