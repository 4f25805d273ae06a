import { TextField } from '../components/text-fields.js';
import { Part, Rows, type SheetProps } from './sheet-parts.js';

/** By what it is found, measured and sorted. */
export const Links = (props: SheetProps) => {
  const { fields } = props;
  const { t } = fields;
  return (
    <Part {...props} part="links" names={['papers', 'indicators', 'classes']}>
      <Rows {...props} name="papers">
        {(name) => (
          <>
            <div class="form__row">
              <TextField {...fields.text(name('number'))} label={t('log.paper')} />
              <TextField {...fields.text(name('title'))} label={t('sheet.paper.title')} />
            </div>
            <TextField {...fields.text(name('url'))} label={t('sheet.paper.url')} type="url" />
          </>
        )}
      </Rows>
      <Rows {...props} name="indicators">
        {(name) => (
          <>
            <TextField {...fields.text(name('name'))} label={t('sheet.indicator')} />
            <div class="form__row">
              <TextField {...fields.text(name('unit'))} label={t('sheet.indicator.unit')} />
              <TextField {...fields.text(name('baseline'))} label={t('sheet.indicator.baseline')} />
              <TextField {...fields.text(name('target'))} label={t('sheet.indicator.target')} />
            </div>
          </>
        )}
      </Rows>
      <Rows {...props} name="classes" hint={t('sheet.classes.hint')}>
        {(name) => (
          <div class="form__row">
            <TextField {...fields.text(name('scheme'))} label={t('sheet.class.scheme')} />
            <TextField {...fields.text(name('code'))} label={t('sheet.class.code')} />
            <TextField {...fields.text(name('label'))} label={t('sheet.class.label')} />
          </div>
        )}
      </Rows>
    </Part>
  );
};
