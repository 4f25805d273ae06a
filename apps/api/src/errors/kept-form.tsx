import { isUuid } from '@klimaspur/domain';
import { messages, type Lang } from '@klimaspur/messages';
import { ownPage, signInFor } from '../auth/return-address.js';
import { PageTitle } from '../web/components/page-title.js';
import { type Typed, typedIn, typedList } from '../web/forms/typed.js';
import type { PageContent } from '../web/page-frame.js';
import { choiceWord } from './choice-words.js';
import type { Problem } from './problem.js';

/** What was typed into a form that was turned away because of who sent it. */
export interface KeptForm {
  readonly action: string;
  readonly typed: Typed;
  /** Files that came along; they are not given back. */
  readonly files: number;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly sentFiles?: readonly object[];
}

const statuses = new Set([401, 403]);

/**
 * The form to give back, where there is one. The caller has made sure that it came from a page of ours: what others
 * filled in is never put before anybody under our name.
 */
export const keptForm = (
  { method, url, body, sentFiles = [] }: Sent,
  status: number,
): KeptForm | undefined => {
  const action = ownPage(url);
  const isForm = typeof body === 'object' && body !== null && Object.keys(body).length > 0;
  if (method !== 'POST' || !isForm || !statuses.has(status) || action === undefined)
    return undefined;
  return { action, typed: typedIn(body), files: sentFiles.length };
};

/** Nothing typed is lost: it can be read and copied, and sent again once one may. Nothing of it is stored. */
export const keptFormPage = (problem: Problem, kept: KeptForm, lang: Lang): PageContent => {
  const { title, detail, status } = problem;
  const t = messages(lang);
  const values = Object.keys(kept.typed).flatMap((name) =>
    typedList(kept.typed, name).map((value) => ({ name, value })),
  );
  return {
    lang,
    title,
    description: detail,
    paths: { de: '/de', en: '/en' },
    hidden: true,
    refused: true,
    status,
    children: (
      <>
        <PageTitle title={title} lead={`${detail} ${t('kept.nothing-lost')}`} />
        {status === 401 ? (
          <p>
            <a href={signInFor(lang, kept.action)} target="_blank" rel="noopener">
              {t('kept.sign-in')}
            </a>
          </p>
        ) : null}
        <form class="form" method="post" action={kept.action}>
          {values.map(({ name, value }) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="form__actions">
            <button class="button" type="submit">
              {t('kept.send-again')}
            </button>
          </p>
        </form>
        {kept.files > 0 ? <p>{t('kept.files')}</p> : null}
        <h2>{t('kept.typed')}</h2>
        <ul class="kept-form">
          {values.filter(isTypedByHand).map((sent) => (
            <li>{choiceWord(lang, { action: kept.action, ...sent }).trim()}</li>
          ))}
        </ul>
      </>
    ),
  };
};

/** The form's own keys and counters are sent again, but there is nothing to read in them. */
const isTypedByHand = ({ name, value }: { readonly name: string; readonly value: string }) =>
  value.trim() !== '' &&
  !/^(key|revision|also)$|\.(shown|sha256|type|bytes|drop)$|-precision$/.test(name) &&
  !isUuid(value);
