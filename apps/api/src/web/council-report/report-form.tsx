import { knownParameter, momentNames } from '../../reading/moment.js';
import { TextField } from '../components/text-fields.js';
import { filterNames } from '../paths.js';
import type { ReportProps } from './report-parts.js';
import { reportPath, sinceNames } from './report-paths.js';

/** For which day, and from which day on. */
export const ReportForm = ({ t, town, plan, moments: { from, to } }: ReportProps) => (
  <form class="filters" method="get" action={reportPath(t.lang, town.slug)}>
    {plan ? <input type="hidden" name={filterNames[t.lang].plan} value={plan.id} /> : null}
    {to.knownAt === undefined ? null : (
      <input type="hidden" name={momentNames[t.lang].knownAt} value={knownParameter(to.knownAt)} />
    )}
    <div class="filters__fields">
      <TextField
        t={t}
        type="date"
        name={momentNames[t.lang].asOf}
        label={t('report.asOf')}
        value={to.asOf}
        required
      />
      <TextField
        t={t}
        type="date"
        name={sinceNames[t.lang]}
        label={t('report.since')}
        value={from.asOf}
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
