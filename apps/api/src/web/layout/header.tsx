import type { Translate } from '@klimaspur/messages';
import type { NavLink } from './nav-link.js';

export interface Session {
  /** The name under which the entries of this person appear; absent: nobody is signed in. */
  readonly name?: string;
  readonly accountHref?: string;
  readonly signInHref: string;
  /** Signing out changes something: a form with POST. */
  readonly signOutAction: string;
}

interface HeaderProps {
  readonly t: Translate;
  readonly navigation: readonly NavLink[];
  readonly otherLanguageHref: string;
  readonly session?: Session;
}

export const Header = ({ t, navigation, otherLanguageHref, session }: HeaderProps) => {
  const other = t.lang === 'de' ? 'en' : 'de';
  return (
    <header class="site-header">
      <div class="column site-header__row">
        <a class="site-name" href={`/${t.lang}`}>
          <TrailMark />
          <span>{t('product.name')}</span>
        </a>
        <nav class="site-nav" aria-label={t('layout.navigation')}>
          <ul>
            {navigation.map(({ href, label, current }) => (
              <li>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="site-tools">
          {session ? <SessionTools t={t} session={session} /> : null}
          <a href={otherLanguageHref} lang={other} hreflang={other} rel="alternate" data-filtered>
            {t(`language.${other}`)}
          </a>
        </div>
      </div>
    </header>
  );
};

const SessionTools = ({ t, session }: { t: Translate; session: Session }) =>
  session.name === undefined ? (
    <a href={session.signInHref}>{t('layout.signIn')}</a>
  ) : (
    <>
      <span class="site-tools__name">
        {session.accountHref ? (
          <a href={session.accountHref} aria-label={t('layout.signedIn', { name: session.name })}>
            {session.name}
          </a>
        ) : (
          session.name
        )}
      </span>
      <form method="post" action={session.signOutAction}>
        <button class="link-button">{t('layout.signOut')}</button>
      </form>
    </>
  );

const TrailMark = () => (
  <svg class="trail-mark" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <Trail />
  </svg>
);

/** Four steps upwards, in a square of 28: the trail that every measure leaves. */
export const Trail = () => (
  <>
    <path
      d="M4.5 23 11 17.5 16.5 12 23.5 5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-opacity=".45"
    />
    <circle cx="4.5" cy="23" r="2.25" />
    <circle cx="11" cy="17.5" r="2.75" />
    <circle cx="16.8" cy="12" r="3.25" />
    <circle cx="23.2" cy="5" r="4" />
  </>
);
