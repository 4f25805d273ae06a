import type { evidenceKinds } from '@klimaspur/domain';

export interface Evidence {
  readonly kind: (typeof evidenceKinds)[number];
  readonly title?: string;
  readonly url?: string;
  readonly page?: string;
  readonly quote?: string;
  /** Alias of a picture, which becomes the hash under which it is kept. */
  readonly sha256?: `@file:${string}`;
}

const host = 'https://example.org';

const bodies = {
  stvv: 'der Stadtverordnetenversammlung',
  magistrat: 'des Magistrats',
  umwelt: 'des Umwelt-, Bau- und Verkehrsausschusses',
  finanzen: 'des Haupt- und Finanzausschusses',
  soziales: 'des Ausschusses für Soziales, Schule und Sport',
  bildung: 'des Ausschusses für Soziales, Bildung und Sport',
  ortsbeirat: 'des Ortsbeirats Niederau',
} as const;

/** A paper by its number, such as "DS-112". */
export const paper = (number: string, page?: string): Evidence => ({
  kind: 'paper',
  title: `Drucksache ${number}`,
  url: `${host}/sitzungsdienst/${number.toLowerCase()}`,
  ...(page ? { page } : {}),
});

/** The minutes of one sitting of a body, at one item of its agenda. */
export const minutes = (body: keyof typeof bodies, sitting: number, item: number): Evidence => ({
  kind: 'minutes',
  title: `Niederschrift der ${sitting}. Sitzung ${bodies[body]}, TOP ${item}`,
  url: `${host}/niederschriften/${body}-${sitting}#top-${item}`,
});

/** Anything else that was read, seen or heard. `slug` is the end of its address. */
export const seen = (kind: Evidence['kind'], title: string, slug?: string): Evidence => ({
  kind,
  title,
  ...(slug ? { url: `${host}/${slug}` } : {}),
});

/** A picture that is kept here; `title` says what it shows. */
export const pictured = (title: string, file: `@file:${string}`): Evidence => ({
  kind: 'photo',
  title,
  sha256: file,
});
