import type { Translate } from '@klimaspur/messages';
import { type FormError, WithErrors } from '../web/components/error-summary.js';
import { Notice } from '../web/components/notice.js';
import { PageTitle } from '../web/components/page-title.js';
import { homePath } from '../web/home/home-path.js';
import { TextField } from '../web/components/text-fields.js';
import { LABEL_MAX, type Welcome } from './login-links.js';
import { signInPaths } from './sign-in-address.js';

/** What the page has to say, whatever it looks like. */
export type SignInModel =
  | { readonly state: 'no-link'; /** A page is waiting. */ readonly returns: boolean }
  | {
      readonly state: 'refused';
      readonly reason: string;
      /** Of whoever is signed in already. */
      readonly label?: string | undefined;
    }
  | {
      readonly state: 'ask';
      readonly code: string;
      readonly welcome: Welcome;
      /** What came back with a problem; nothing typed is lost. */
      readonly typed: string;
      readonly errors: readonly FormError[];
    };

/** The page behind a sign-in link. */
export const SignInPage = ({ t, model }: { t: Translate; model: SignInModel }) => (
  <>
    <PageTitle title={t('layout.signIn')} />
    {model.state === 'no-link' ? (
      <>
        <p>{t('signIn.noLink')}</p>
        {model.returns ? <p>{t('signIn.returns')}</p> : null}
      </>
    ) : null}
    {model.state === 'refused' ? (
      <>
        <Notice kind="warning">
          <p>{model.reason}</p>
        </Notice>
        {model.label === undefined ? (
          <>
            <p>{t('signIn.askAgain')}</p>
            <p>{t('signIn.askAgain.operator')}</p>
          </>
        ) : (
          <p>
            {t('signIn.already', { label: model.label })}{' '}
            <a href={homePath(t.lang)}>{t('nav.home')}</a>
          </p>
        )}
      </>
    ) : null}
    {model.state === 'ask' ? <Confirm t={t} {...model} /> : null}
  </>
);

type Asking = Extract<SignInModel, { state: 'ask' }> & { readonly t: Translate };

const Confirm = ({ t, code, welcome, typed, errors }: Asking) => (
  <WithErrors t={t} errors={errors}>
    <form class="form" method="post" action={signInPaths[t.lang]} novalidate>
      <input type="hidden" name="code" value={code} />
      {welcome.label === undefined ? (
        <TextField
          t={t}
          name="label"
          label={t('signIn.label')}
          hint={t('signIn.label.hint')}
          value={typed}
          maxLength={LABEL_MAX}
          required
          autocomplete="organization"
          error={errors.find(({ name }) => name === 'label')?.text}
        />
      ) : (
        <p>{t('signIn.welcomeBack', { label: welcome.label })}</p>
      )}
      <p class="form__actions">
        <button class="button" type="submit">
          {t('layout.signIn')}
        </button>
      </p>
    </form>
  </WithErrors>
);
