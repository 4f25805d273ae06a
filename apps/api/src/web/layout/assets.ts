/** What Vite writes into `dist/web/manifest.json`. */
export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly css?: readonly string[] }>
>;

/** Addresses of the files that every page needs; their names change with their content. */
export interface Assets {
  readonly styles: readonly string[];
  readonly script: string;
  /** Both weights, loaded ahead: each page has headings, which would move what is below when the bold one came later. */
  readonly fonts: readonly string[];
  readonly icon: string;
}

/** Where the built files are served: the folder `dist/web`, cacheable for ever. */
export const assetsPath = '/assets/';

/** Finds the built files in Vite's manifest; throws where the build is incomplete. */
export function assetsFrom(manifest: Manifest): Assets {
  const entry = (ending: string) => {
    const found = Object.entries(manifest).find(([source]) => source.endsWith(ending));
    if (!found) throw new Error(`The web build lacks ${ending}`);
    return found[1];
  };
  const client = entry('src/client.ts');
  const address = (file: string) => assetsPath + file;
  return {
    styles: (client.css ?? []).map(address),
    script: address(client.file),
    fonts: [400, 600].map((weight) =>
      address(entry(`fira-sans-latin-${weight}-normal.woff2`).file),
    ),
    icon: address(entry('icon.svg').file),
  };
}
