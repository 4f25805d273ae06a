import type { RunningServer } from '../tools/running-server.js';

/** Uses the printed link as a new operator would, and answers the cookie of the session. */
export const sessionOf = async (
  { url, link }: Pick<RunningServer, 'url' | 'link'>,
  label = 'Radgruppe',
) => {
  const code = new URL(link).searchParams.get('code');
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ code, label }),
  });
  return /klimaspur=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
};
