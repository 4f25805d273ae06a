import type { Translate } from '@klimaspur/messages';
import type { Role } from '@klimaspur/domain';
import { LABEL_MAX } from '../../auth/login-links.js';
import { SESSION_DAYS } from '../../auth/session-cookie.js';
import { DownloadLinks } from '../components/download-links.js';
import { DefinitionList } from '../components/definition-list.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import type { ChangeLine } from '../town/change-lines.js';
import { ChangesList } from '../town/changes-list.js';
import { accountPath, personFiles } from './account-paths.js';

/** A role with the town it is held for; null: for the whole instance. */
export interface OwnRole {
  readonly role: Role;
  readonly town: { readonly name: string; readonly href: string } | null;
}

interface AccountProps {
  readonly t: Translate;
  /** Pseudonym of the viewer. */
  readonly person: string;
  readonly roles: readonly OwnRole[];
  readonly entries: readonly ChangeLine[];
  readonly state: FormState;
}

/** All that is known of whoever is signed in, and what they can do about it. */
export const AccountPage = ({ t, person, roles, entries, state }: AccountProps) => (
  <>
    <PageTitle title={t('account.title')} lead={t('account.lead')} />
    <Form t={t} action={accountPath(t.lang)} state={state} submit={t('account.label.submit')}>
      {(fields) => (
        <TextField
          {...fields.text('label')}
          label={t('signIn.label')}
          hint={t('account.label.hint')}
          maxLength={LABEL_MAX}
          autocomplete="off"
          required
        />
      )}
    </Form>
    <section aria-labelledby="roles">
      <h2 id="roles">{t('account.roles')}</h2>
      {roles.length === 0 ? (
        <EmptyState text={t('account.roles.none')} />
      ) : (
        <DefinitionList
          items={roles.map(({ role, town }) => ({
            term: t(`role.${role}`),
            value: town ? <a href={town.href}>{town.name}</a> : t('account.roles.everywhere'),
          }))}
        />
      )}
    </section>
    <section aria-labelledby="entries">
      <h2 id="entries">{t('account.entries')}</h2>
      {entries.length === 0 ? (
        <EmptyState text={t('account.entries.none')} />
      ) : (
        <>
          <ChangesList t={t} changes={entries} at={(path) => path} />
          <p>
            <a href={accountPath(t.lang, 'entries')}>{t('account.allEntries')}</a>
          </p>
        </>
      )}
    </section>
    <SessionsSection t={t} />
    <section aria-labelledby="data">
      <h2 id="data">{t('account.data')}</h2>
      <p>{t('account.data.text')}</p>
      <DownloadLinks
        t={t}
        downloads={personFiles(person)}
        label={t('account.data.download')}
        about={t('account.data')}
      />
    </section>
    <section aria-labelledby="delete">
      <h2 id="delete">{t('account.delete')}</h2>
      <p>{t('account.delete.lead')}</p>
      <p>
        <a href={accountPath(t.lang, 'delete')}>{t('account.delete')}</a>
      </p>
    </section>
  </>
);

const SessionsSection = ({ t }: { readonly t: Translate }) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">{t('account.sessions')}</h2>
    <p>{t('account.sessions.text', { days: SESSION_DAYS })}</p>
    <div class="form__actions">
      <form method="post" action={accountPath(t.lang, 'link')}>
        <button class="button is-secondary">{t('account.otherDevice')}</button>
      </form>{' '}
      <form method="post" action={accountPath(t.lang, 'signOut')}>
        <button class="button is-secondary">{t('account.signOutEverywhere')}</button>
      </form>
    </div>
  </section>
);

interface DeleteAccountProps {
  readonly t: Translate;
  readonly lead: string;
  readonly texts: readonly string[];
  readonly action: string;
  readonly cancelHref: string;
  readonly state: FormState;
}

/** Before an account is deleted: what goes, and what stays. */
export const DeleteAccountPage = (props: DeleteAccountProps) => {
  const { t, texts, action, state, cancelHref } = props;
  return (
    <>
      <PageTitle title={t('account.delete')} lead={props.lead} />
      {texts.map((text) => (
        <p>{text}</p>
      ))}
      <Form
        t={t}
        action={action}
        state={state}
        submit={t('account.delete.submit')}
        cancelHref={cancelHref}
      >
        {() => null}
      </Form>
    </>
  );
};
