import type { Translate } from '@klimaspur/messages';
import type { MeasureItem, Municipality } from '@klimaspur/read-models';
import { FormSecrets } from '../forms/form.js';
import { workPath } from '../paths.js';
import type { InField } from './plan-contents.js';
import { NewMeasureLink, NoMeasures } from '../work/no-measures.js';

interface MeasureOrderProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly plan: string;
  readonly inField: InField;
  readonly newKey: () => string;
  /** Where the list stands: a step leads back there. */
  readonly from: 'plan' | 'field';
}

/** The measures of one field in their order, each with the steps it can take. */
export const MeasureOrder = (props: MeasureOrderProps) => {
  const { t, town, plan, inField } = props;
  const { field, name, measures, before } = inField;
  const where = { place: `${plan} ${field ?? 'none'}`, fieldName: name };
  return measures.length === 0 ? (
    <NoMeasures t={t} slug={town.slug} mayWrite {...where} />
  ) : (
    <>
      <ol class="tree" start={before + 1}>
        {measures.map((measure, index) => (
          <li id={`m-${measure.id}`}>
            <MeasureRow {...props} measure={measure} index={before + index} />
          </li>
        ))}
      </ol>
      <p>
        <NewMeasureLink t={t} slug={town.slug} {...where} />
      </p>
    </>
  );
};

interface MeasureRowProps extends MeasureOrderProps {
  readonly measure: MeasureItem;
  /** Among all of the field. */
  readonly index: number;
}

const MeasureRow = (props: MeasureRowProps) => {
  const { t, town, plan, inField, newKey, from, measure, index } = props;
  const action = workPath(t.lang, town.slug, 'measures', measure.id, 'place');
  const steps = (['up', 'down'] as const).filter((direction) =>
    direction === 'up' ? index > 0 : index < inField.total - 1,
  );
  const number = measure.place?.number;
  return (
    <div class="tree__row">
      <p class="tasks__what">
        <a href={workPath(t.lang, town.slug, 'measures', measure.id)} lang="de">
          {number ? `${number} ${measure.title}` : measure.title}
        </a>
        {measure.published ? null : <small>{t('draft.short')}</small>}
      </p>
      <form
        class="steps"
        method="post"
        action={action}
        aria-label={t('fields.moveName', { name: measure.title })}
      >
        <FormSecrets state={{ key: newKey() }} />
        <input type="hidden" name="plan" value={plan} />
        <input type="hidden" name="from" value={from} />
        {steps.map((direction) => (
          <button class="link-button" type="submit" name="direction" value={direction}>
            {t(`move.${direction}`)}
            <span class="hidden" lang="de">
              : {measure.title}
            </span>
          </button>
        ))}
        <a href={`${action}?${new URLSearchParams({ plan })}`}>
          {t('move.elsewhere')}
          <span class="hidden" lang="de">
            : {measure.title}
          </span>
        </a>
      </form>
    </div>
  );
};
