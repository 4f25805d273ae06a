import { isUuid, newCommandId } from '@klimaspur/event-store';
import type { ActorDetail } from '@klimaspur/read-models';
import type { Contact } from '@klimaspur/vault';
import { Refusal } from '../../../errors/refusal.js';
import { actorOf } from '../../forms/about.js';
import type { AboutTown, AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm, PageView } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { actorCrumbs } from '../work/register.routes.js';
import { ContactFields, contactAsTyped, readContact } from './contact-form.js';
import { ContactList, ContactsPage } from './contacts.page.js';

const right = ['roundtable', 'invite'] as const;

/** „Kontakte“: all persons that the team keeps, so that whoever asks to be forgotten is found. */
const listView = async (about: AboutWork): Promise<PageView> => {
  const { t, town, vault, reading } = about;
  return {
    title: t('alliance.contacts'),
    path: (lang) => workPath(lang, town.slug, 'organisations', 'contacts'),
    crumbs: actorCrumbs(about),
    right,
    children: (
      <ContactsPage
        {...{ t, town }}
        actors={reading.models.actors({ municipality: town.id }, reading.view)}
        contacts={await vault.contacts.ofTown(town.id)}
      />
    ),
  };
};

const aboutContacts = (about: AboutTown, actor: ActorDetail, ...parts: readonly string[]) => {
  const { t, lang, town } = about;
  const of = (other: typeof lang, ...more: readonly string[]) =>
    workPath(other, town.slug, 'organisations', actor.id, ...more);
  const own = { label: actor.name, lang: 'de', href: of(lang) };
  const all = { label: t('alliance.contacts'), href: of(lang, 'contacts') };
  return {
    right,
    back: parts.length > 0 ? all.href : own.href,
    path: (other: typeof lang) => of(other, 'contacts', ...parts),
    crumbs: [...actorCrumbs(about), own, ...(parts.length > 0 ? [all] : [])],
  };
};

const addForm = async (about: AboutWork, id = ''): Promise<PageForm> => {
  const { t, town, vault } = about;
  const actor = actorOf(about, id);
  const page = aboutContacts(about, actor);
  const title = t('alliance.contacts');
  const contacts = (await vault.contacts.ofTown(town.id)).filter((one) => one.actor === id);
  return {
    ...page,
    title,
    now: { contact: newCommandId() },
    work: async (write, reader) => {
      const said = readContact(reader);
      await write.check();
      const sent = reader.text('contact') ?? '';
      const own = { id: isUuid(sent) ? sent : newCommandId(), municipality: town.id, actor: id };
      await vault.contacts.keep({ ...own, ...said });
      return { path: page.path(about.lang) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={actor.name}
        back={page.back}
        lead={t('alliance.contacts.lead')}
        before={
          <>
            <ContactList {...{ t, town, contacts }} />
            <h2>{t('alliance.contact.add')}</h2>
          </>
        }
        submit={t('alliance.contact.add')}
      >
        {(fields) => (
          <>
            <input type="hidden" name="contact" value={fields.text('contact').value} />
            <ContactFields fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

/** Refused for one that is not of this organisation. */
const contactOf = async ({ vault, town }: AboutWork, actor: string, id: string) => {
  const contact = await vault.contacts.one(id);
  if (contact?.actor !== actor || contact.municipality !== town.id) {
    throw new Refusal('actor/unknown');
  }
  return contact;
};

const editForm = async (about: AboutWork, id = '', contactId = ''): Promise<PageForm> => {
  const { t, vault } = about;
  const actor = actorOf(about, id);
  const contact = await contactOf(about, id, contactId);
  const page = aboutContacts(about, actor, contactId);
  const title = t('alliance.contact.change');
  return {
    ...page,
    title,
    edits: true,
    now: contactAsTyped(contact),
    work: async (write, reader) => {
      const said = readContact(reader);
      await write.check();
      await vault.contacts.change(contactId, said);
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, state, title }} about={actor.name} back={page.back}>
        {(fields) => <ContactFields fields={fields} />}
      </FormPage>
    ),
  };
};

const deleteForm = async (about: AboutWork, id = '', contactId = ''): Promise<PageForm> => {
  const { t, vault } = about;
  const actor = actorOf(about, id);
  const contact = await contactOf(about, id, contactId);
  const page = aboutContacts(about, actor, contactId, 'delete');
  const title = t('alliance.contact.delete');
  return {
    ...page,
    title,
    work: async () => {
      await vault.contacts.delete(contactId);
      return { path: page.back, notice: 'contactDeleted' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={actor.name}
        back={page.back}
        lead={t('alliance.contact.delete.lead')}
        before={<p class="typed-text">{nameOf(contact)}</p>}
        submit={title}
      >
        {() => null}
      </FormPage>
    ),
  };
};

const nameOf = ({ name, email }: Contact): string =>
  [name, email].filter((said) => said !== undefined).join(', ');

/** Whom the team writes to in the organisations: in the vault, never in the log. */
export const contactRoutes: readonly WorkRoute[] = [
  { parts: ['organisations', 'contacts'], view: listView },
  { parts: ['organisations', ':id', 'contacts'], form: addForm },
  { parts: ['organisations', ':id', 'contacts', ':contact'], form: editForm },
  { parts: ['organisations', ':id', 'contacts', ':contact', 'delete'], form: deleteForm },
];
