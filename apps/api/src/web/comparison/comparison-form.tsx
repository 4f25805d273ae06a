import type { Day } from '@klimaspur/domain';
import { comparedNames } from '../../reading/compared.js';
import { knownParameter } from '../../reading/moment.js';
import { SelectField } from '../components/choices.js';
import { TextField } from '../components/text-fields.js';
import { filterNames } from '../paths.js';
import { comparisonPath } from './comparison-paths.js';
import type { ComparisonProps } from './comparison-parts.js';

/** Which two days are compared, of what, and as seen when. Plain HTML: the address holds all of it. */
export const ComparisonForm = (props: ComparisonProps) => {
  const { t, town, moments, today } = props;
  const names = comparedNames[t.lang];
  return (
    <form class="filters" method="get" action={comparisonPath(t.lang, town.slug)}>
      <div class="filters__fields">
        {(['from', 'to'] as const).map((which) => (
          <DayField {...props} name={names[which]} label={which} value={moments[which].asOf} />
        ))}
        <ScopeFields {...props} />
      </div>
      <details class="disclosure" open={isKnownApart(props)}>
        <summary>{t('compare.more')}</summary>
        <p class="hint">{t('compare.more.hint')}</p>
        <div class="filters__fields">
          {(['from', 'to'] as const).map((which) => {
            const { knownAt } = moments[which];
            const value = knownAt === undefined ? '' : knownParameter(knownAt);
            const name = which === 'from' ? names.knownFrom : names.knownTo;
            return (
              <TextField
                t={t}
                type="text"
                name={name}
                label={t(`compare.known.${which}`)}
                hint={t('compare.known.hint', { today })}
                value={value}
                maxLength={40}
              />
            );
          })}
        </div>
      </details>
      <div class="filters__actions">
        <button class="button" type="submit">
          {t('compare.apply')}
        </button>
      </div>
    </form>
  );
};

const isKnownApart = ({ moments: { from, to } }: ComparisonProps): boolean =>
  from.knownAt !== undefined || to.knownAt !== undefined;

interface DayFieldProps extends ComparisonProps {
  readonly name: string;
  readonly label: 'from' | 'to';
  readonly value: Day;
}

const DayField = ({ t, name, label, value }: DayFieldProps) => (
  <TextField t={t} type="date" name={name} label={t(`compare.${label}`)} value={value} required />
);

const ScopeFields = ({ t, town, scope, allFields }: ComparisonProps) => (
  <>
    {town.plans.length < 2 ? null : (
      <SelectField
        t={t}
        name={filterNames[t.lang].plan}
        label={t('measure.plan')}
        value={scope.plan ?? ''}
        choices={[
          { value: '', label: t('filter.all') },
          ...town.plans.map(({ id, title }) => ({ value: id, label: title, lang: 'de' })),
        ]}
      />
    )}
    {allFields.length === 0 ? null : (
      <SelectField
        t={t}
        name={filterNames[t.lang].field}
        label={t('filter.field')}
        value={scope.field ?? ''}
        choices={[
          { value: '', label: t('filter.all') },
          ...allFields.map(({ id, name, depth }) => ({
            value: id,
            label: `${'– '.repeat(depth)}${name}`,
            lang: 'de',
          })),
        ]}
      />
    )}
  </>
);
