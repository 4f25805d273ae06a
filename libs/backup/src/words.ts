/** What is wrong with a backup or its place; each follows a name: „FILE …“. */
const sentences = {
  'not-empty': {
    de: 'geht nur in einen leeren Ordner, und in {folder} liegt {first}{more}. Nichts wird überschrieben: Halten Sie den Server an und räumen Sie den Ordner weg (mv {folder} {folder}.old), oder nennen Sie einen anderen mit --data ORDNER.',
    en: 'goes into an empty folder only, and {folder} holds {first}{more}. Nothing is overwritten: stop the server and move the folder away (mv {folder} {folder}.old), or name another with --data DIR.',
  },
  'other-facts': {
    de: 'sagt über sein Log {name} = {said}, es ist aber {found}.',
    en: 'says of its log {name} = {said}, but it is {found}.',
  },
  'log-broken': {
    de: 'enthält ein Log, das beschädigt ist. {detail}',
    en: 'holds a log that is broken. {detail}',
  },
  'part-broken': {
    de: 'enthält {name}; SQLite findet darin Schäden: {detail}',
    en: 'holds a {name} that SQLite finds broken: {detail}',
  },
  damaged: {
    de: 'ist beschädigt: {what} ist nicht mehr so, wie es gesichert wurde. Nehmen Sie eine andere Sicherung.',
    en: 'is damaged: {what} is not as it was written. Use another backup.',
  },
  'ends-early': { de: 'endet zu früh.', en: 'ends too early.' },
  'part-missing': {
    de: 'endet zu früh: {name} fehlt.',
    en: 'ends too early: {name} is missing.',
  },
  short: {
    de: 'endet zu früh: von mindestens {needed} Bytes sind nur {bytes} da. Kopieren Sie die Datei noch einmal.',
    en: 'ends too early: of at least {needed} bytes only {bytes} are there. Copy it again.',
  },
  'no-backup': {
    de: 'ist keine Sicherung von Klimaspur: Sie beginnt nicht mit einem Verzeichnis.',
    en: 'is no backup of Klimaspur: it does not begin with a manifest.',
  },
  newer: {
    de: 'hat das Format {format}, von einem neueren Klimaspur ({app}). Aktualisieren Sie zuerst.',
    en: 'is of format {format}, made by a newer Klimaspur ({app}). Update first.',
  },
  'no-manifest': {
    de: 'hat ein Verzeichnis, das nicht von Klimaspur ist.',
    en: 'has a manifest that is none of Klimaspur.',
  },
} as const;

export type RefusalCode = keyof typeof sentences;
export type Params = Readonly<Record<string, string | number>>;

/** A sentence in both languages of the product. */
export interface Words {
  readonly de: string;
  readonly en: string;
}

/** Parts of a backup that have no file name. */
const parts: Readonly<Record<string, Words>> = {
  manifest: { de: 'das Verzeichnis', en: 'its manifest' },
  structure: { de: 'der Aufbau', en: 'its structure' },
  rest: { de: 'was auf den letzten Teil folgt', en: 'what follows the last part' },
};

const more = (count: number): Words =>
  count === 0 ? { de: '', en: '' } : { de: ` und ${count} weitere`, en: ` and ${count} more` };

export const wordsOf = (code: RefusalCode, params: Params): Words => {
  const put = (lang: keyof Words) =>
    sentences[code][lang].replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = params[name] ?? '';
      if (name === 'what') return parts[value]?.[lang] ?? String(value);
      return name === 'more' ? more(Number(value))[lang] : String(value);
    });
  return { de: put('de'), en: put('en') };
};
