import type { Translate } from '@klimaspur/messages';
import { momentNames } from '../../reading/moment.js';
import { TextField } from '../components/text-fields.js';
import { filterNames } from '../paths.js';

interface OtherDayProps {
  readonly t: Translate;
  readonly today: string;
  /** The page that is shown anew. */
  readonly action: string;
  readonly plan?: string | undefined;
}

/** The way to the same page of any other day. */
export const OtherDay = ({ t, today, action, plan }: OtherDayProps) => (
  <form class="filters" method="get" action={action}>
    {plan === undefined ? null : (
      <input type="hidden" name={filterNames[t.lang].plan} value={plan} />
    )}
    <div class="filters__fields">
      <TextField
        t={t}
        type="date"
        name={momentNames[t.lang].asOf}
        label={t('town.otherDay')}
        hint={t('town.otherDay.hint')}
        value={today}
        required
      />
    </div>
    <div class="filters__actions">
      <button class="button is-quiet" type="submit">
        {t('filter.apply')}
      </button>
    </div>
  </form>
);
