import type { Lang } from '@klimaspur/messages';
import type { Problem } from './problem.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (found) => escapes[found] ?? found);

/** A refusal for a reader with a browser: whole without any other file, because it may speak of their failure. */
export const problemPage = ({ title, detail, status }: Problem, lang: Lang): string =>
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
