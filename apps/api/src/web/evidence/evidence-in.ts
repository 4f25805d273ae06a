import { fileIn } from '../forms/file-in.js';
import { type Typed, typedText } from '../forms/typed.js';

/** The names of the fields of a piece of evidence; those of a kept file begin with the last. */
export const evidenceNames = [
  'evidenceKind',
  'evidenceTitle',
  'evidenceUrl',
  'evidenceFile',
] as const;

/** What is typed of it when a form comes back. */
export const evidenceTyped = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([name]) =>
      evidenceNames.some((known) => name === known || name.startsWith(`${known}.`)),
    ),
  );

/**
 * The piece of evidence that the fields describe; undefined where they say nothing. `usual`: its kind where none was
 * chosen. What is missing the decider names.
 */
export const evidenceIn = (typed: Typed, usual = 'other'): object | undefined => {
  const said = (name: (typeof evidenceNames)[number]) => typedText(typed, name) || undefined;
  const [title, url] = [said('evidenceTitle'), said('evidenceUrl')];
  const file = fileIn(typed, 'evidenceFile');
  if (title === undefined && url === undefined && !file) return undefined;
  const shown = file?.mediaType.startsWith('image/') ? 'photo' : usual;
  return {
    kind: said('evidenceKind') ?? shown,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(file
      ? { sha256: file.sha256, file: { mediaType: file.mediaType, bytes: file.bytes } }
      : {}),
  };
};

/** The field behind the path of a problem with it, such as `text.evidence[0].url`. */
export const evidenceField = (path: string): string | undefined => {
  const part = /\bevidence\b.*?\.(\w+)/.exec(path)?.[1];
  if (part === undefined) return /\bevidence\b/.test(path) ? 'evidenceTitle' : undefined;
  if (part === 'kind' || part === 'url') return part === 'kind' ? 'evidenceKind' : 'evidenceUrl';
  return part === 'sha256' || part === 'file' ? 'evidenceFile' : 'evidenceTitle';
};
