import type { Category } from '@klimaspur/domain';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import { ReasonField } from '../forms/reason-field.js';

/** A thing that is shown to everybody, or hidden again, by itself alone. */
interface VisibleThing extends Pick<PageForm, 'back' | 'path' | 'crumbs'> {
  readonly category: Category;
  readonly id: string;
  readonly name: string;
  /** What showing it is called, and what that means; the same of hiding it. */
  readonly words: Readonly<Record<'publish' | 'unpublish', { title: string; lead: string }>>;
}

/** Shows a thing to everybody, or hides it again with a reason that is kept. */
export const visibleForm = (
  { t }: AboutTown,
  direction: 'publish' | 'unpublish',
  { category, id, name, words, ...page }: VisibleThing,
): PageForm => {
  const isShown = direction === 'publish';
  const command = `${direction}-${category}`;
  const { title, lead } = words[direction];
  return {
    ...page,
    title,
    right: [category, command],
    work: async (write, reader) => {
      const body = isShown ? {} : { text: { reason: reader.text('reason') } };
      await write({ category, command, id, body });
      return { path: page.back, notice: isShown ? 'published' : 'unpublished' };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, state, title, lead }} about={name} back={page.back} submit={title}>
        {(fields) =>
          isShown ? null : <ReasonField fields={fields} hint={t('unpublish.reason.hint')} />
        }
      </FormPage>
    ),
  };
};
