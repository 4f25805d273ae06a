import type { FollowUp } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../../forms/asked.js';

interface ClosedProps {
  readonly about: AboutTown;
  readonly table: RoundtableDetail;
  readonly nameOf: (actor: string) => string;
}

/** The newest; all of them stand in the history of the table. */
const SHOWN = 20;

/** What was done, or is no longer to be done. */
export const Closed = ({ about: { t }, table, nameOf }: ClosedProps) => {
  const closed = table.followUps.filter(({ done, dropped }) => done ?? dropped);
  if (closed.length === 0) return null;
  return (
    <section aria-labelledby="closed-heading">
      <h2 id="closed-heading">{t('roundtable.followUps.closed')}</h2>
      <ul class="tasks">
        {closed
          .toReversed()
          .slice(0, SHOWN)
          .map((followUp) => (
            <li>
              <p class="tasks__what">
                <span lang="de">{followUp.what}</span>
                <small lang="de">{nameOf(followUp.actor)}</small>
              </p>
              <p class="tasks__stand">{closedWords(followUp, t)}</p>
            </li>
          ))}
      </ul>
    </section>
  );
};

/** „erledigt, 3. Mai 2026“. */
export const closedWords = ({ done, dropped }: FollowUp, t: Translate): string => {
  const day = formatDay((done ?? dropped)?.on, t.lang);
  return t(done ? 'roundtable.promise.done' : 'roundtable.promise.dropped', { day });
};
