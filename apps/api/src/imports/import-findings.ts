import type { RecordedEvent } from '@klimaspur/event-store';
import { messages } from '@klimaspur/messages';
import { fieldWords } from './field-words.js';
import { stateWords } from './state-words.js';
import type { UnsaidState } from './unsaid-state.js';

/** What an import found when it compared a file with what is there. */
export interface ImportFinding {
  readonly where: string;
  /**
   * `import/kept`: changed here and in the file, what is here stands. `import/stays-taken-back`: taken back here, and
   * the file says it again. `import/row-gone`: the file has it no longer.
   * `import/gone-unknown`: whether it has it no longer cannot be told. `import/maybe-renamed`: it may have it under another title. `import/plan-new`: a plan begins beside others.
   * `import/state-differs`: an export of Klimaspur tells another state than stands here.
   * `import/town-renamed`: it was called after a file that did not name it, and has its name now.
   * `import/town-key-differs`: the file names another official key than stands here, or one where none stands.
   * `import/other-towns-left`: the file holds more towns than the one it was imported for.
   * `import/state-taken-back`: it says no longer what an earlier edition said of the state.
   * `import/example-hidden`: the example was shown until now.
   * `import/heir-unknown`: the measure in which it goes on is neither here nor in the file.
   * `publish/…`: for want of that the town was not published, or is public although it is missing.
   */
  readonly code:
    | 'import/kept'
    | 'import/stays-taken-back'
    | 'import/row-gone'
    | 'import/gone-unknown'
    | 'import/maybe-renamed'
    | 'import/plan-new'
    | 'import/state-differs'
    | 'import/state-taken-back'
    | 'import/heir-unknown'
    | 'import/town-renamed'
    | 'import/town-key-differs'
    | 'import/other-towns-left'
    | 'import/example-hidden'
    | 'publish/imprint-missing'
    | 'publish/privacy-missing'
    | 'publish/accessibility-missing'
    | 'publish/responsible-missing'
    | 'publish/observers-missing';
  readonly params: Readonly<Record<string, string>>;
  readonly words: { readonly de: string; readonly en: string };
}

export const keptWord = (where: string, type: string, path: string): ImportFinding => {
  const field = fieldWords(type, path);
  return {
    where,
    code: 'import/kept',
    params: { field: `${type}.${path}` },
    words: {
      de: `„${field.de}“ wurde hier und in der Datei geändert. Es bleibt, was hier steht.`,
      en: `"${field.en}" was changed here and in the file. What stands here stays.`,
    },
  };
};

const takenBackThings: Readonly<Record<string, ImportFinding['words']>> = {
  MeasureDescribed: { de: 'die Beschreibung', en: 'the description' },
  MeasureResponsibleBodyAssigned: { de: 'die Federführung', en: 'the lead' },
  PlanMeasurePlaced: { de: 'der Platz im Plan', en: 'the place in the plan' },
  MunicipalityDescribed: { de: 'die Beschreibung der Kommune', en: 'the description of the town' },
  MunicipalityObserversDescribed: { de: 'wer beobachtet', en: 'who observes' },
  MunicipalityTargetSet: { de: 'das Klimaziel', en: 'the climate target' },
};
const anything = { de: 'eine Angabe', en: 'a statement' };

export const takenBackWord = (where: string, type: string): ImportFinding => {
  const what = takenBackThings[type] ?? anything;
  return {
    where,
    code: 'import/stays-taken-back',
    params: { type },
    words: {
      de: `Hier zurückgenommen, und die Datei sagt es wieder: ${what.de}. Es bleibt zurückgenommen; stimmt es doch, dann tragen Sie es ein.`,
      en: `Taken back here, and the file says it again: ${what.en}. It stays taken back; if it is right after all, record it.`,
    },
  };
};

export const anotherState = (where: string): ImportFinding => ({
  where,
  code: 'import/state-differs',
  params: {},
  words: {
    de: 'Der Umsetzungsstand in der Datei ist ein anderer als hier und wird nicht übernommen: Tragen Sie bei der Maßnahme ein, was geschah.',
    en: 'The state in the file is another than here and is not taken over: record at the measure what happened.',
  },
});

export const stateTakenBack = (
  where: string,
  title: string,
  { before, now }: UnsaidState,
): ImportFinding => {
  const [de, en] = [stateWords(messages('de'), before), stateWords(messages('en'), before)];
  return {
    where,
    code: 'import/state-taken-back',
    params: { title, was: before.implementation, now },
    words: {
      de: `„${title}“: Eine frühere Fassung sagte „${de}“, die Datei sagt nun ${now === '' ? 'nichts' : `„${now}“`}. Kein Eintrag kann das sagen; es bleibt, bis Sie es unter „Zu klären“ entscheiden.`,
      en: `"${title}": an earlier edition said "${en}", the file now says ${now === '' ? 'nothing' : `"${now}"`}. No entry can say that; it stays until you decide below "To be clarified".`,
    },
  };
};

export const unknownHeir = (where: string): ImportFinding => ({
  where,
  code: 'import/heir-unknown',
  params: {},
  words: {
    de: 'Die Maßnahme geht laut Datei in einer weiter, die weder in der Datei noch hier steht. Ihr Beschlussstand ist nun unbekannt.',
    en: 'The file says that the measure goes on in one that is neither in the file nor here. Its decision state is unknown now.',
  },
});

export const renamedTown = (where: string, was: string, name: string): ImportFinding => ({
  where,
  code: 'import/town-renamed',
  params: { was, name },
  words: {
    de: `Die Kommune hieß bisher nach ihrer Datei „${was}“ und heißt nun „${name}“.`,
    en: `The town was called "${was}" after its file until now, and is called "${name}" now.`,
  },
});

export const townKeyDiffers = (
  where: string,
  said: string,
  here: string | undefined,
): ImportFinding => ({
  where,
  code: 'import/town-key-differs',
  params: { said, ...(here === undefined ? {} : { here }) },
  words: {
    de: `Die Datei nennt den amtlichen Gemeindeschlüssel ${said}; hier steht ${here ?? 'keiner'}. Er bleibt, wie er ist; ändern lässt er sich unter „Angaben zur Kommune“.`,
    en: `The file names the official municipality key ${said}; here stands ${here ?? 'none'}. It stays as it is and can be changed under "Details of the municipality".`,
  },
});

export const exampleHidden: ImportFinding = {
  where: 'file',
  code: 'import/example-hidden',
  params: {},
  words: {
    de: 'Bisher war hier das Beispiel zu sehen. Sobald eine eigene Kommune besteht, auch als Entwurf, wird es nicht mehr gezeigt; seine Daten liegen weiter im Datenordner unter „example“.',
    en: 'Until now the example was shown here. Once there is a town of your own, even as a draft, it is shown no longer; its data stay in the data folder below "example".',
  },
};

export const otherTownsLeft = (town: string, towns: string): ImportFinding => ({
  where: 'file',
  code: 'import/other-towns-left',
  params: { town, towns },
  words: {
    de: `Gelesen wurde nur „${town}“. Die Datei enthält auch: ${towns}.`,
    en: `Only "${town}" was read. The file also holds: ${towns}.`,
  },
});

/** What a measure is called now. */
export const presentTitle = (history: readonly RecordedEvent[]): string => {
  const described = history.findLast(({ type }) => type === 'MeasureDescribed');
  const text = (described ?? history[0])?.data['text'] as { title?: string } | undefined;
  return text?.title ?? '';
};

interface Named {
  readonly number?: string | null | undefined;
  readonly title: string;
}

const nameOf = ({ number, title }: Named) => [number, title].filter(Boolean).join(' ');

export const goneRow = (row: Named): ImportFinding => {
  const title = nameOf(row);
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

const untold = {
  refused: {
    de: 'es kann eine der abgewiesenen Zeilen sein. Berichtigen Sie diese, dann steht hier, was fehlt',
    en: 'one of the rows that were refused may be it. Correct them, then what is missing stands here',
  },
  older: {
    de: 'hier steht schon eine neuere Fassung, und nur die neueste sagt, was weggefallen ist',
    en: 'a newer edition is here already, and only the newest says what was dropped',
  },
};

export const goneUnknown = (count: number, why: keyof typeof untold): ImportFinding => ({
  where: 'file',
  code: 'import/gone-unknown',
  params: { count: String(count), why },
  words: {
    de: `${count === 1 ? 'Eine Maßnahme dieses Plans wurde' : `${count} Maßnahmen dieses Plans wurden`} in der Datei nicht gefunden. Ob sie weggefallen ${count === 1 ? 'ist' : 'sind'}, lässt sich nicht sagen: ${untold[why].de}.`,
    en: `${count === 1 ? 'One measure of this plan was' : `${count} measures of this plan were`} not found in the file. Whether ${count === 1 ? 'it is' : 'they are'} missing now cannot be told: ${untold[why].en}.`,
  },
});

export const maybeRenamed = (
  { where, ...row }: Named & { readonly where: string },
  gone: Named,
): ImportFinding => {
  const [title, was] = [nameOf(row), nameOf(gone)];
  return {
    where,
    code: 'import/maybe-renamed',
    params: { title, was },
    words: {
      de: `„${title}“ ist neu, und „${was}“ aus der früheren Fassung fehlt: vielleicht umbenannt. Ist es dieselbe Maßnahme, dann geben Sie „${was}“ hier erst den neuen Titel und sehen die Datei noch einmal an.`,
      en: `"${title}" is new, and "${was}" of the earlier edition is missing: renamed, perhaps. If it is the same measure, first give "${was}" its new title here, then look at the file again.`,
    },
  };
};

/** A list whose measures stand in no plan so far begins a new one, beside those that are here. */
export const newPlanBeside = (title: string, others: readonly string[]): ImportFinding => {
  const plans = others.map((other) => `„${other}“`).join(', ');
  return {
    where: 'file',
    code: 'import/plan-new',
    params: { title, plans },
    words: {
      de: `Die Maßnahmen stehen noch in keinem Plan: Es entsteht ein neuer, „${title}“, neben ${plans}. Gehören sie in einen davon, dann wählen Sie ihn.`,
      en: `The measures stand in no plan so far: a new one begins, "${title}", beside ${plans}. If they belong to one of these, choose it.`,
    },
  };
};
