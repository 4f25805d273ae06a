import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Arrival } from '@klimaspur/read-models';

interface ArrivalNotesProps {
  readonly t: Translate;
  readonly arrivals: readonly Arrival[];
  /** Day since which the town is recorded, wherever that was. */
  readonly since: string | null;
}

/** Where the records of a town were kept before, and what that server said of its log. */
export const ArrivalNotes = ({ t, arrivals, since }: ArrivalNotesProps) => (
  <>
    {arrivals.map(({ address, arrivedAt, size, root }) => (
      <p class="source-note">
        {t('town.arrival', {
          address: address ?? '–',
          day: formatDay(berlinDay(arrivedAt), t.lang),
          since: since === null ? '–' : formatDay(since, t.lang),
          size: size ?? 0,
          root: (root ?? '').slice(0, 16),
        })}
      </p>
    ))}
  </>
);
