import type { Item } from '@klimaspur/domain';
import { derivedId, isUuid, newCommandId } from '@klimaspur/event-store';
import { SelectField } from '../../components/choices.js';
import { TextField } from '../../components/text-fields.js';
import type { AboutTown } from '../../forms/asked.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormReader } from '../../forms/form-reader.js';
import { FormRows } from '../../forms/form-rows.js';
import type { FormWish } from '../../forms/form-writer.js';
import { actorsOf, type AtMeeting, dayOf } from './meeting.js';

const columns = ['what', 'actor', 'due'] as const;
const list = 'promises';

/** The promises in the rows of a form, as they were made at the meeting. */
export const promisesIn = (reader: FormReader, at: AtMeeting, item: Item): FormWish[] => {
  const sent = reader.text('batch') ?? '';
  const batch = isUuid(sent) ? sent : newCommandId();
  return reader.rows(list, columns).map((row, index) => ({
    category: 'roundtable',
    command: 'agree-follow-up',
    id: at.table.id,
    body: {
      occurredOn: dayOf(at),
      // The same form sent twice names the same promises.
      followUp: derivedId(batch, `${list} ${index}`),
      actor: row.text('actor'),
      meeting: at.meeting.meeting,
      item: item.item,
      measure: item.measure ?? undefined,
      due: row.date('due'),
      text: { what: row.text('what') },
    },
    fieldOf: (path) => `${list}.${index}.${path.replace(/^text\./, '')}`,
  }));
};

interface PromiseRowsProps {
  readonly about: AboutTown;
  readonly fields: FormFields;
  readonly action: string;
}

/** Who does what by when. */
export const PromiseRows = ({ about, fields, action }: PromiseRowsProps) => {
  const { t } = about;
  const choices = actorsOf(about).choices(t('form.choose'));
  return (
    <>
      <input type="hidden" name="batch" value={fields.text('batch').value} />
      <FormRows
        {...{ fields, action, columns }}
        name={list}
        label={t('roundtable.followUp.rows')}
        hint={t('roundtable.followUp.rows.hint')}
        item={t('roundtable.followUp.one')}
        row={(nameOf) => (
          <>
            <TextField
              {...fields.text(nameOf('what'))}
              label={t('roundtable.followUp.what')}
              maxLength={1000}
              lang="de"
            />
            <SelectField
              {...fields.text(nameOf('actor'))}
              label={t('roundtable.followUp.who')}
              choices={choices}
            />
            <TextField
              {...fields.text(nameOf('due'))}
              label={t('roundtable.followUp.dueBy')}
              size="short"
              optional
            />
          </>
        )}
      />
    </>
  );
};
