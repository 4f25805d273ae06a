import type { Evidence } from '@klimaspur/read-models';
import { TextField } from '../components/text-fields.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import { type PageForm, workCrumbs } from '../forms/form-pages.js';
import { workPath } from '../paths.js';

/** Evidence of one entry whose links are broken. */
export interface ToMend {
  readonly category: 'measure' | 'decision';
  readonly id: string;
  readonly stream: string;
  readonly entry: string;
  readonly name: string;
  readonly broken: readonly (Evidence & { readonly url: string })[];
}

/** „Beleg ergänzen“: the same evidence at its new address, beside the old one. */
export const mendForm = (about: AboutTown, mending: ToMend): PageForm => {
  const { t, lang, town } = about;
  const { category, id, stream, entry, name, broken } = mending;
  const back = workPath(lang, town.slug, 'links');
  return {
    title: t('log.addEvidence'),
    path: (other) => workPath(other, town.slug, 'links', stream, entry),
    back,
    crumbs: workCrumbs(about, { label: t('links.title'), href: back }),
    right: [category, 'add-evidence'],
    now: {},
    edits: true,
    work: async (write, reader) => {
      const found = broken.flatMap((evidence, index) => {
        const url = reader.text(fieldOf(index));
        return url === undefined ? [] : [{ field: fieldOf(index), evidence: moved(evidence, url) }];
      });
      const body = { entry, text: { evidence: found.map(({ evidence }) => evidence) } };
      await write({
        ...{ category, command: 'add-evidence', id, body },
        fieldOf: (path) => found[Number(/^text\.evidence\[(\d+)\]/.exec(path)?.[1])]?.field,
      });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('log.addEvidence')}
        about={name}
        lead={t('links.mend.lead')}
        submit={t('log.addEvidence')}
      >
        {(fields) => (
          <>
            {broken.map(({ title, url }, index) => (
              <TextField
                {...fields.text(fieldOf(index))}
                label={t('links.newAddress', { title: title ?? url })}
                hint={t('links.oldAddress', { url })}
                type="url"
                maxLength={2000}
              />
            ))}
          </>
        )}
      </FormPage>
    ),
  };
};

const fieldOf = (index: number): string => `address.${index}`;

/** What was read there is the same; a hash or a copy was of the old one. */
const moved = ({ kind, title, page, quote }: Evidence, url: string) => ({
  ...{ kind, title, page, quote, url },
});
