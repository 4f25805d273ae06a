import { replies } from '@klimaspur/domain';
import { DataTable } from '../../components/data-table.js';
import { ChoiceItem } from '../../components/choices.js';
import { describedBy, fieldId, FieldHelp } from '../../components/field.js';
import type { FormFields } from '../../forms/form-fields.js';
import { codeWord } from '../../words/entry-words.js';
import type { Invitee } from './invitees.js';

/** The organisation has not answered. */
export const NONE = 'NONE';

export const replyName = (actor: string): string => `reply.${actor}`;
export const personsName = (actor: string): string => `persons.${actor}`;

interface RepliesTableProps {
  readonly fields: FormFields;
  readonly invitees: readonly Invitee[];
}

/** A row for each organisation that is invited. */
export const RepliesTable = ({ fields, invitees }: RepliesTableProps) => {
  const { t } = fields;
  return (
    <div class="replies">
      <DataTable
        t={t}
        caption={t('roundtable.replies')}
        columns={[
          { label: t('alliance.organisation') },
          { label: t('roundtable.reply.title') },
          { label: t('roundtable.reply.persons') },
        ]}
        rows={invitees.map((invitee) => [
          <>
            <span lang="de">{invitee.actor.name}</span>
            <small>{codeWord(t, 'seatKind', invitee.kind)}</small>
          </>,
          <ReplyChoices {...{ fields, invitee }} />,
          <PersonsField {...{ fields, invitee }} />,
        ])}
      />
    </div>
  );
};

interface CellProps {
  readonly fields: FormFields;
  readonly invitee: Invitee;
}

/** What was answered once is changed, never unsaid: „noch offen“ is only offered where it is. */
const ReplyChoices = ({ fields, invitee: { actor, reply } }: CellProps) => {
  const { t } = fields;
  const field = fields.list(replyName(actor.id));
  const id = fieldId(field.name);
  const choices = [
    ...(reply === null ? [{ value: NONE, label: t('roundtable.reply.none') }] : []),
    ...replies.map((value) => ({ value, label: codeWord(t, 'roundtable.reply', value) })),
  ];
  return (
    <div
      class="replies__choices"
      role="radiogroup"
      aria-label={`${t('roundtable.reply.title')}: ${actor.name}`}
      aria-describedby={describedBy({ ...field, label: '' })}
    >
      <FieldHelp {...field} label="" />
      {choices.map((choice, index) => (
        <ChoiceItem
          choice={choice}
          type="radio"
          name={field.name}
          id={index === 0 ? id : `${id}-${choice.value}`}
          checked={field.chosen.includes(choice.value)}
        />
      ))}
    </div>
  );
};

const PersonsField = ({ fields, invitee: { actor } }: CellProps) => {
  const { t } = fields;
  const field = fields.text(personsName(actor.id));
  return (
    <>
      <FieldHelp {...field} label="" />
      <input
        id={fieldId(field.name)}
        class="input is-number"
        name={field.name}
        value={field.value}
        inputMode="numeric"
        autocomplete="off"
        aria-label={`${t('roundtable.reply.persons')}: ${actor.name}`}
        aria-describedby={describedBy({ ...field, label: '' })}
        aria-invalid={field.error ? 'true' : undefined}
      />
    </>
  );
};
