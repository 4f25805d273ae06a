import type { ImportedMunicipality, MeasureList, Source } from '@klimaspur/importers';
import type {
  Imported,
  ImportedKind,
  MeasureNames,
  MunicipalityItem,
} from '@klimaspur/read-models';
import type { RecordedEvent, StreamRange } from '@klimaspur/event-store';

/** What a file says of one town; its measures need not lie in memory. */
export type TownFile = ImportedMunicipality<MeasureList>;

export interface KnownPlanTitle {
  readonly id: string;
  readonly title: string;
}

/** The plan somebody named: one that is here, by id or title, or one to be begun unless it is here already. */
export type PlanWish = { readonly plan: string } | { readonly newTitle: string };

/** As options give it: a new one goes before one that is here. */
export const planWish = (
  plan: string | undefined,
  newTitle: string | undefined,
): { readonly plan?: PlanWish } => {
  if (newTitle !== undefined) return { plan: { newTitle } };
  return plan === undefined ? {} : { plan: { plan } };
};

/** What an import asks about what is there already. */
export interface Known {
  towns(): Promise<readonly Pick<MunicipalityItem, 'id' | 'name' | 'slug' | 'ags'>[]>;
  /** What imports brought under this key and nobody took back, in all towns. */
  find(
    source: Source,
    kind: ImportedKind,
  ): Promise<readonly Pick<Imported, 'id' | 'municipality' | 'plan'>[]>;
  stream(name: string, range?: StreamRange): Promise<readonly RecordedEvent[]>;
  /** The plans of a town. */
  plans(town: string): Promise<readonly KnownPlanTitle[]>;
  /** What the measures of a plan are and were called. */
  measureNames(plan: string): Promise<readonly MeasureNames[]>;
  /** The plan in which a measure stands; null: in none, or there is no such measure. */
  planOf(measure: string): Promise<string | null>;
}

/** What a comparison needs beside the file. */
export interface ImportContext {
  readonly known: Known;
  readonly importId: string;
  readonly standOn: string | null;
  readonly plan?: PlanWish;
  readonly now: string;
  /** Which of its rows a file gives: a measure that it seems not to have may only be one that was refused. */
  readonly rows: 'all' | 'not-refused' | 'none';
  /** Called after each measure. */
  readonly step: () => Promise<void>;
}

/** The town an import goes into: there already, or to be founded under this id and name. */
export interface Town {
  readonly id: string;
  readonly isNew: boolean;
  readonly name: string;
  /** An earlier part of the same file speaks of it: it is founded and counted there. */
  readonly isMet?: boolean;
  /** The list names another town than the one it is imported for. */
  readonly isStray?: boolean;
}

/** The town somebody named: id, slug or name of one that is here; or what a new one is called. */
export interface TownWish {
  readonly town?: string;
  /** Counts where the file does not name its town. */
  readonly newTown?: string;
  /** A file that names none is not for the only one there is, unless it is known to be of it. */
  readonly isForNew?: boolean;
}
