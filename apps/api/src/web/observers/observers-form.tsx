import type { Municipality } from '@klimaspur/read-models';
import type { ResponsiblePerson } from '@klimaspur/vault';
import { formProblemOf } from '../../errors/problem.js';
import type { AboutTown } from '../forms/asked.js';
import { isUnchanged, type PageForm, workCrumbs } from '../forms/form-pages.js';
import { fileIn, typedFile } from '../forms/file-in.js';
import type { FormReader } from '../forms/form-reader.js';
import type { Typed } from '../forms/typed.js';
import { usualLicence } from '../info/licences.js';
import { observersPath, workPath } from '../paths.js';
import { ObserversFormPage } from './observers-form.page.js';
import type { ResponsiblePersons, SaidResponsible } from './responsible-persons.js';

const texts = [
  ...['name', 'teaser', 'description', 'contact', 'website'],
  ...['sources', 'method', 'supporters'],
] as const;

/** One form for a reader, two places to keep: what is for ever, and what can be taken away. */
export const observersForm = (
  about: AboutTown,
  person: ResponsiblePerson | undefined,
  persons: ResponsiblePersons,
): PageForm => {
  const { t, lang, town } = about;
  const back = observersPath(lang, town.slug);
  const group = groupAsTyped(town);
  return {
    title: t('town.observers'),
    path: (other) => workPath(other, town.slug, 'observers'),
    back,
    crumbs: workCrumbs(about),
    right: ['municipality', 'describe-observers'],
    edits: true,
    now: { ...group, ...personAsTyped(person) },
    revision: town.revision,
    work: async (write, reader, revision) => {
      const responsible = responsibleIn(reader);
      for (const issue of await persons.issuesOf(town, responsible)) {
        const name = fieldOf(issue.path);
        reader.errors.push({ name, text: formProblemOf(issue, lang) });
      }
      const body = groupIn(reader);
      const wish = { category: 'municipality', command: 'describe-observers', body } as const;
      await write.check(wish);
      // Where only the person changed, the log has nothing to learn.
      if (!isUnchanged(groupOf(reader.typed), group)) {
        await write({ ...wish, id: town.id, revision });
      }
      await persons.keep(town.id, responsible);
      return { path: back };
    },
    children: (state, action) => (
      <ObserversFormPage t={t} action={action} cancelHref={back} state={state} />
    ),
  };
};

const groupNames = [...texts, 'relation', 'licence', 'logo.sha256', 'logo.alt'] as const;
const groupOf = (typed: Typed): Typed =>
  Object.fromEntries(groupNames.map((name) => [name, typed[name]]));

const groupAsTyped = ({ observers }: Municipality): Typed => ({
  ...Object.fromEntries(texts.map((name) => [name, (observers as Typed | null)?.[name] ?? ''])),
  relation: observers?.relation ?? '',
  licence: observers?.licence ?? usualLicence,
  ...typedFile('logo', observers?.logo ? { ...observers.logo, name: '' } : undefined),
  'logo.alt': observers?.logo?.alt ?? '',
});

const personAsTyped = (person: ResponsiblePerson | undefined): Typed => ({
  responsibleName: person?.name ?? '',
  responsibleAddress: person?.address ?? '',
  responsibleEmail: person?.email ?? '',
});

const fieldOf = (path: string): string =>
  `responsible${path.charAt(0).toUpperCase()}${path.slice(1)}`;

const responsibleIn = (reader: FormReader): SaidResponsible => ({
  name: reader.text('responsibleName'),
  address: reader.text('responsibleAddress'),
  email: reader.text('responsibleEmail'),
});

/** Replaces all that was said. */
const groupIn = (reader: FormReader) => {
  const logo = fileIn(reader.typed, 'logo');
  if (logo && !logo.mediaType.startsWith('image/')) {
    reader.fail('logo', 'observers.form.logo.noPicture');
  }
  const { mediaType, bytes, sha256 } = logo ?? {};
  return {
    relation: reader.text('relation'),
    licence: reader.text('licence'),
    logo: sha256,
    text: {
      ...Object.fromEntries(texts.map((name) => [name, reader.text(name)])),
      ...(logo ? { logo: { mediaType, bytes, alt: reader.text('logo.alt') } } : {}),
    },
  };
};
