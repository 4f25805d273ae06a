import type { Translate } from '@klimaspur/messages';
import type { MeasureDetail } from '@klimaspur/read-models';
import { OwnWords } from '../components/own-words.js';
import { entryPath } from '../paths.js';

/** What the parts of a measure's page are given. */
export interface MeasurePart {
  readonly t: Translate;
  readonly measure: MeasureDetail;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
}

interface EntryLinkProps extends MeasurePart {
  readonly entry: string | null;
  /** „zum Eintrag“, where nothing else is said. */
  readonly label?: string;
  /** What the entry is about, for those who hear the link without what stands around it. */
  readonly about?: string;
  /** What of that is the town's own words. */
  readonly own?: readonly string[];
}

/** From a fact to the entry that gave it, in the whole history. */
export const EntryLink = ({ t, measure, at, entry, label, about, own }: EntryLinkProps) =>
  entry === null ? null : (
    <>
      {' '}
      <a
        class={label === undefined ? 'screen-only' : undefined}
        href={at(entryPath(t.lang, measure.municipality.slug, measure.id, entry))}
      >
        {label ?? t('measure.entry')}
        {about === undefined ? null : (
          <span class="hidden">
            : <OwnWords t={t} text={about} own={own} />
          </span>
        )}
      </a>
    </>
  );
