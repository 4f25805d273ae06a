import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Settings } from '@klimaspur/settings';
import helmet from 'helmet';

/** What keeps others from misusing our pages. The same for every answer, so it is worked out once. */
export function protectiveHeaders({ baseUrl }: Settings): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Pictures inside a style sheet, such as those of the API's page.
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    // With „no-referrer“ browsers would hide the origin of our own forms from us.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: baseUrl?.startsWith('https:') ?? false,
    crossOriginEmbedderPolicy: false,
  });
  write({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
