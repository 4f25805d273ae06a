import type { Translate } from '@klimaspur/messages';
import type { ActorDetail, Municipality } from '@klimaspur/read-models';
import type { Contact } from '@klimaspur/vault';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';

interface ContactListProps {
  readonly t: Translate;
  readonly town: Pick<Municipality, 'slug'>;
  readonly contacts: readonly Contact[];
}

/** Persons, each with the ways to change and to forget them. */
export const ContactList = ({ t, town, contacts }: ContactListProps) =>
  contacts.length === 0 ? (
    <EmptyState text={t('alliance.contacts.none')} />
  ) : (
    <ul class="tasks">
      {contacts.map((contact) => (
        <ContactItem {...{ t, town, contact }} />
      ))}
    </ul>
  );

const ContactItem = ({ t, town, contact }: Omit<ContactListProps, 'contacts'> & Of) => {
  const { id, actor, name, email, note } = contact;
  const href = (...more: readonly string[]) =>
    workPath(t.lang, town.slug, 'organisations', actor, 'contacts', id, ...more);
  const who = name ?? email ?? '';
  return (
    <li>
      <p class="tasks__what">
        <a href={href()} aria-label={`${t('alliance.contact.change')}: ${who}`}>
          {who}
        </a>
        {name === undefined || email === undefined ? null : <small>{email}</small>}
        {note === undefined ? null : <small lang="de">{note}</small>}
      </p>
      <p class="tasks__stand">
        <a href={href('delete')} aria-label={`${t('alliance.contact.delete')}: ${who}`}>
          {t('alliance.contact.delete')}
        </a>
      </p>
    </li>
  );
};

interface Of {
  readonly contact: Contact;
}

interface ContactsPageProps extends ContactListProps {
  readonly actors: readonly ActorDetail[];
}

/** All contacts of a town, by organisation. */
export const ContactsPage = ({ t, town, actors, contacts }: ContactsPageProps) => (
  <>
    <PageTitle title={t('alliance.contacts')} lead={t('alliance.contacts.lead')} />
    {contacts.length === 0 ? <EmptyState text={t('alliance.contacts.none')} /> : null}
    {actors.map(({ id, name }) => {
      const own = contacts.filter(({ actor }) => actor === id);
      return own.length === 0 ? null : (
        <section aria-labelledby={`contacts-${id}`}>
          <h2 id={`contacts-${id}`} lang="de">
            {name}
          </h2>
          <ContactList {...{ t, town }} contacts={own} />
        </section>
      );
    })}
  </>
);
