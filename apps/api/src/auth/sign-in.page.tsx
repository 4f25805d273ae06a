import { type Lang, messages } from '@klimaspur/messages';
import { renderPage } from '../web/render-page.js';
import { LABEL_MAX, type Welcome } from './login-links.js';
import { signInPaths } from './sign-in-address.js';

/** What the page has to say, whatever it looks like. */
export type SignInModel =
  | { readonly state: 'no-link' }
  | { readonly state: 'refused'; readonly reason: string }
  | {
      readonly state: 'ask';
      readonly code: string;
      readonly welcome: Welcome;
      /** What came back with a problem; nothing typed is lost. */
      readonly typed: string;
      readonly problem?: string | undefined;
    };

/** The page behind a sign-in link. */
export const signInPage = (lang: Lang, model: SignInModel): string =>
  renderPage(<SignInPage lang={lang} model={model} />);

const SignInPage = ({ lang, model }: { lang: Lang; model: SignInModel }) => {
  const t = messages(lang);
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>{`${t('layout.signIn')} – ${t('product.name')}`}</title>
      </head>
      <body>
        <main>
          <h1>{t('layout.signIn')}</h1>
          {model.state === 'no-link' ? <p>{t('signIn.noLink')}</p> : null}
          {model.state === 'refused' ? <p>{`${model.reason} ${t('signIn.askAgain')}`}</p> : null}
          {model.state === 'ask' ? <Confirm lang={lang} {...model} /> : null}
        </main>
      </body>
    </html>
  );
};

type Asking = Extract<SignInModel, { state: 'ask' }> & { readonly lang: Lang };

const Confirm = ({ lang, code, welcome, typed, problem }: Asking) => {
  const t = messages(lang);
  return (
    <form method="post" action={signInPaths[lang]}>
      <input type="hidden" name="code" value={code} />
      {welcome.label === undefined ? (
        <p>
          <label for="label">{t('signIn.label')}</label>
          {problem === undefined ? null : (
            <strong id="label-problem">{`${t('form.error.prefix')} ${problem}`}</strong>
          )}
          <input
            id="label"
            name="label"
            value={typed}
            maxLength={LABEL_MAX}
            required
            autocomplete="organization"
            aria-describedby={problem === undefined ? undefined : 'label-problem'}
          />
        </p>
      ) : (
        <p>{t('signIn.welcomeBack', { label: welcome.label })}</p>
      )}
      <p>
        <button type="submit">{t('layout.signIn')}</button>
      </p>
    </form>
  );
};
