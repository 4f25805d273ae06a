interface Server {
  readonly url: string;
}

/** Says over HTTP what must be said before a new town may be public, and publishes it. */
export async function publishTown({ url }: Server, town: string, token: string): Promise<void> {
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  const at = `municipalities/${town}`;
  await post('pages/imprint', { lang: 'de', text: 'Verein Klima' });
  await post(`${at}/name-responsible-person`, { name: 'Karl Muster', address: 'Weg 2' });
  await post(`${at}/describe-observers`, { text: { name: 'Klimagruppe' } }, { 'if-match': '"0"' });
  await post(`${at}/publish-municipality`, {});
}
