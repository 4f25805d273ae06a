import type { Category } from '@klimaspur/domain';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { TextArea } from '../components/text-fields.js';
import type { AboutTown } from './asked.js';
import { FormPage } from './form.js';
import type { PageForm } from './form-pages.js';

/** Something of which no more is to be said than when it was, and a word about it. */
interface Turn extends Pick<PageForm, 'back' | 'path' | 'crumbs'> {
  readonly category: Category;
  readonly command: string;
  readonly id: string;
  readonly title: string;
  /** What it is about. */
  readonly name: string;
  readonly dayLabel?: string;
  readonly noteLength: number;
  /** What the command names besides. */
  readonly terms?: Readonly<Record<string, string>>;
}

/** A day, today at first, and a note that everybody can read. */
export const dayAndNoteForm = (
  { t, reading }: AboutTown,
  { category, command, id, title, name, dayLabel, noteLength, terms, ...page }: Turn,
): PageForm => {
  const { back } = page;
  const today = reading.view.asOf;
  return {
    ...page,
    title,
    right: [category, command],
    now: dateAsTyped('occurredOn', today),
    work: async (write, reader) => {
      const occurredOn = reader.day('occurredOn');
      const body = { occurredOn, ...terms, text: { note: reader.text('note') } };
      await write({ category, command, id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, back, state, title }} about={name} submit={title}>
        {(fields) => (
          <>
            <DateField
              {...fields.day('occurredOn')}
              label={dayLabel ?? t('log.when')}
              max={today}
            />
            <TextArea
              {...fields.text('note')}
              label={t('log.note')}
              hint={t('note.public')}
              maxLength={noteLength}
              optional
            />
          </>
        )}
      </FormPage>
    ),
  };
};
