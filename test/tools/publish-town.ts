interface Server {
  readonly url: string;
}

type Send = (path: string, body?: object, headers?: Record<string, string>) => Promise<unknown>;

const sender =
  ({ url }: Server, token: string): Send =>
  async (path, body, headers = {}) => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };

/** Says over HTTP what must be said before a town may be public. */
export async function allowPublishing(server: Server, town: string, token: string): Promise<void> {
  const send = sender(server, token);
  const at = `municipalities/${town}`;
  await send('pages/imprint', { lang: 'de', text: 'Verein Klima' });
  for (const page of ['privacy', 'accessibility']) {
    await send(`pages/${page}`, { lang: 'de', checked: true });
  }
  await send(`${at}/name-responsible-person`, { name: 'Karl Muster', address: 'Weg 2' });
  const { revision } = (await send(at)) as { readonly revision: number };
  const described = { text: { name: 'Klimagruppe' } };
  await send(`${at}/describe-observers`, described, { 'if-match': `"${revision}"` });
}

/** The same, and publishes the town. */
export async function publishTown(server: Server, town: string, token: string): Promise<void> {
  await allowPublishing(server, town, token);
  await sender(server, token)(`municipalities/${town}/publish-municipality`, {});
}
