import { type Lang, messages } from '@klimaspur/messages';
import { signInPaths } from '../auth/sign-in-address.js';
import { PageTitle } from '../web/components/page-title.js';
import type { PageContent } from '../web/page-frame.js';
import type { Problem } from './problem.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (found) => escapes[found] ?? found);

/** A refusal for a reader with a browser: whole without any other file, because it may speak of their failure. */
export const problemPage = (
  { title, detail, status }: Pick<Problem, 'title' | 'detail' | 'status'>,
  lang: Lang,
): string =>
  `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${escaped(title)} – Klimaspur</title>
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
      <p>${escaped(detail)}</p>
      <p><a href="/${lang}">Klimaspur</a> · ${status}</p>
    </main>
  </body>
</html>
`;

/** The same within the frame of all pages. */
export const problemContent = (
  { title, detail, status, errors = [], today }: Problem,
  lang: Lang,
): PageContent => {
  const t = messages(lang);
  return {
    lang,
    title,
    description: detail,
    paths: { de: '/de', en: '/en' },
    hidden: true,
    status,
    children: (
      <>
        <PageTitle title={title} lead={detail} />
        {status === 400 && errors.length > 0 && today === undefined ? (
          <ul>
            {errors.map((error) => (
              <li>{`${error.field}: ${error.detail}`}</li>
            ))}
          </ul>
        ) : null}
        {typeof today === 'string' ? (
          <p>
            <a href={today}>{t('problem.today')}</a>
          </p>
        ) : null}
        <p>
          {status === 401 ? (
            <a href={signInPaths[lang]}>{t('layout.signIn')}</a>
          ) : (
            <a href={`/${lang}`}>{t('nav.start')}</a>
          )}
        </p>
      </>
    ),
  };
};
