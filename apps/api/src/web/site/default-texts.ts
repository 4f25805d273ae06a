import type { MessageKey, Translate } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { LINK_DAYS } from '../../auth/login-links.js';
import { SESSION_DAYS, sessionCookieName } from '../../auth/session-cookie.js';
import { AFTER_SECONDS } from '../../commands/write-answer.js';
import { AFTER_COOKIE } from '../../persistence/read-after.js';
import { SAVED_COOKIE, SAVED_SECONDS } from '../forms/saved-notice.js';
import type { SiteTextKey } from './site-paths.js';

const accessibility = ['goal', 'done', 'tested', 'gaps'] as const;
const easyLanguage = ['what', 'see', 'who', 'use', 'wrong'] as const;

/** What the software really does, in words: periods and names of cookies are those of the code. */
const privacyText = (t: Translate, settings: Settings): string[] => [
  t('privacy.short'),
  t('privacy.controller'),
  t('privacy.reading'),
  t('privacy.cookies'),
  [
    t('privacy.cookie.session', { name: sessionCookieName(settings), days: SESSION_DAYS }),
    t('privacy.cookie.after', { name: AFTER_COOKIE, seconds: AFTER_SECONDS }),
    t('privacy.cookie.saved', { name: SAVED_COOKIE, seconds: SAVED_SECONDS }),
  ].join('\n'),
  t('privacy.accounts', { days: LINK_DAYS }),
  t('privacy.notices', { days: settings.noticeDays }),
  t('privacy.contacts'),
  t('privacy.files'),
  t('privacy.entries'),
  t('privacy.links'),
  ...(settings.linkCheck ? [t('privacy.linkCheck')] : []),
  t('privacy.basis'),
  t('privacy.rights'),
];

const sections = <Key extends MessageKey>(t: Translate, keys: readonly Key[]): string[] =>
  keys.map((key) => (t as (key: MessageKey) => string)(key));

/** The text a page has while nobody has written another; an imprint can only be its operator's own. */
export const defaultText = (key: SiteTextKey, t: Translate, settings: Settings): string => {
  switch (key) {
    case 'imprint':
    case 'enforcement':
      return '';
    case 'privacy':
      return privacyText(t, settings).join('\n\n');
    case 'accessibility':
      return sections(
        t,
        accessibility.map((part) => `accessibility.${part}` as const),
      ).join('\n\n');
    case 'easy-language':
      return sections(
        t,
        easyLanguage.map((part) => `easyLanguage.${part}` as const),
      ).join('\n\n');
  }
};
