import type { RecordedEvent } from '@klimaspur/event-store';

/** What an import found when it compared a file with what is there. */
export interface ImportFinding {
  readonly where: string;
  /**
   * `import/kept`: changed here and in the file, what is here stands. `import/row-gone`: the file has it no longer.
   * `publish/…`: the town is public although that is missing.
   */
  readonly code:
    | 'import/kept'
    | 'import/row-gone'
    | 'publish/imprint-missing'
    | 'publish/responsible-missing'
    | 'publish/observers-missing';
  readonly params: Readonly<Record<string, string>>;
  readonly words: { readonly de: string; readonly en: string };
}

export const keptWord = (where: string, field: string): ImportFinding => ({
  where,
  code: 'import/kept',
  params: { field },
  words: {
    de: `„${field}“ wurde hier und in der Datei geändert. Es bleibt, was hier steht.`,
    en: `"${field}" was changed here and in the file. What stands here stays.`,
  },
});

export const goneRow = (
  history: readonly RecordedEvent[],
  number: string | null,
): ImportFinding => {
  const described = history.findLast(({ type }) => type === 'MeasureDescribed');
  const text = (described ?? history[0])?.data['text'] as { title?: string } | undefined;
  const title = [number, text?.title].filter(Boolean).join(' ');
  return {
    where: 'file',
    code: 'import/row-gone',
    params: { title },
    words: {
      de: `„${title}“ stand in der früheren Fassung und fehlt nun. Es bleibt unverändert; klären Sie, was daraus wurde.`,
      en: `"${title}" stood in the earlier edition and is missing now. It stays as it is; clarify what became of it.`,
    },
  };
};
