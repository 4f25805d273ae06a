import type { PartialDate } from '@klimaspur/domain';
import { folded } from '../clean-text.js';
import { type DateOrder, momentOf, type SheetTime } from './sheet-moment.js';

export type { DateOrder, SheetTime };

const permanent =
  /^(?:(?:fort)?laufend(?:e (?:dauer)?aufgabe)?|fortwaehrend|stetig|dauer(?:haft|nd|aufgabe)|kontinuierlich|staendig|permanent(?:ly)?|ongoing|on-going|continuous(?:ly)?|unbefristet|regelmaessig|(?:halb|viertel)?jaehrlich|monatlich|jedes jahr|annual(?:ly)?|yearly)$/;

const fillers =
  /^(?:voraussichtlich|vorauss\.?|vsl\.?|geplant|spaetestens|planned|expected|latest|im jahre?|in the year|jahr|haushaltsjahr|im|in|zum|am|on) /;
const about =
  /^(?:ca\.?|circa|zirka|etwa|rund|rd\.|ungefaehr|ungef\.|gegen|um|about|around|approx\.?|~|≈) ?(?=\S)/;
/** What stands behind a date and says more than it: „2027 (Baubeginn)“, „2028?“. */
const behind = / ?(?:\([^()]*\)| ?\?+)$/;

interface Said {
  readonly text: string;
  readonly exact: boolean;
}

/** Without words around a date; those that make it less certain are told. */
const bare = (said: string): Said => {
  let text = said.trim();
  let exact = true;
  for (;;) {
    const shorter = text.replace(fillers, '').trim();
    const surer = shorter.replace(about, '').replace(behind, '').trim();
    if (surer === text || surer === '') return { text, exact };
    exact &&= surer === shorter;
    text = surer;
  }
};

const plain = (said: string): Said =>
  bare(
    folded(said)
      .replace(/[‐‑–—]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/(?<=\d)\.$/, ''),
  );

/** What the words mean, or undefined for what is no time. Months and quarters are read in German and English. */
export const readSheetTime = (said: string, order: DateOrder = 'DMY'): SheetTime | undefined => {
  const { text, exact } = plain(said);
  const time = timeIn(text, order);
  return time && { ...time, exact: time.exact && exact };
};

/** A day, month or year that something happened or is planned for; only what names one. */
export const readSheetDate = (said: string, order: DateOrder = 'DMY'): PartialDate | undefined => {
  const { text, exact } = plain(said);
  const time = momentOf(text, order);
  return exact && time?.exact === true ? time.start : undefined;
};

const timeIn = (text: string, order: DateOrder): SheetTime | undefined => {
  if (permanent.test(text)) return { permanent: true, exact: true };
  const single = momentOf(text, order);
  if (single) return single;
  const [, word, rest] =
    /^(ab|seit|from|since|starting|bis|until|by|till) (?:zum |dem )?(.+)$/.exec(text) ?? [];
  const open = rest === undefined ? undefined : surely(bare(rest), order);
  if (!open) return spanOf(text, order);
  const isStart = !['bis', 'until', 'by', 'till'].includes(word ?? '');
  return { ...(isStart ? startOf(open) : endOf(open)), exact: open.exact };
};

const surely = ({ text, exact }: Said, order: DateOrder): SheetTime | undefined => {
  const time = momentOf(text, order);
  return time && { ...time, exact: time.exact && exact };
};

const startOf = ({ start }: SheetTime) => (start === undefined ? {} : { start });
const endOf = ({ end }: SheetTime) => (end === undefined ? {} : { end });

const endless = 'ff\\.?|(?:fort)?laufend|dauerhaft|ongoing|unbefristet';
const onwards = new RegExp(`^(?:ab |seit |from |since )?(.+?)(?: ?,? ?(?:${endless})| ?-)$`);
const everSince = /^(?:(?:fort)?laufend|dauerhaft|ongoing),? (?:seit|ab|from|since) (.+)$/;

/** `2023-2025`, `01/2023 bis 12/2024`, `2023/24`, `ab 2023 laufend`, `2023 ff.`, `Q1 bis Q3 2026` */
const spanOf = (text: string, order: DateOrder): SheetTime | undefined => {
  const short = /^(\d{2})(\d{2}) ?[/-] ?(\d{2})$/.exec(text);
  if (short) return spanOf(`${short[1]}${short[2]} - ${short[1]}${short[3]}`, order);
  const open = everSince.exec(text)?.[1] ?? onwards.exec(text)?.[1];
  const begun = open === undefined ? undefined : surely(bare(open), order);
  if (begun) {
    const { exact } = begun;
    return { ...startOf(begun), ...(text.endsWith('-') ? {} : { permanent: true }), exact };
  }
  for (const separator of [' bis ', ' to ', ' until ', ' - ', '-', ' / ', '/']) {
    const [from, to, ...more] = text.replace(/^(?:von|from|ab) /, '').split(separator);
    if (from === undefined || to === undefined || more.length > 0) continue;
    const span = between(from.trim(), to.trim(), order);
    if (span) return span;
  }
  return undefined;
};

const between = (from: string, to: string, order: DateOrder): SheetTime | undefined => {
  const last = permanent.test(to)
    ? { permanent: true as const, exact: true }
    : surely(bare(to), order);
  const first = last && (surely(bare(from), order) ?? inYearOf(to, from, order));
  if (!first || !last) return undefined;
  const { permanent: isEndless } = last;
  const exact = first.exact && last.exact;
  return {
    ...startOf(first),
    ...endOf(last),
    ...(isEndless ? { permanent: isEndless } : {}),
    exact,
  };
};

/** „März bis Juni 2025“, „Q1-Q3 2026“, „1.1. bis 31.12.2025“: the year is said once. */
const inYearOf = (to: string, from: string, order: DateOrder): SheetTime | undefined => {
  const [, rest, year] = /^(.*\D)(\d{4})$/.exec(to) ?? [];
  if (rest === undefined) return undefined;
  const written = from.endsWith('.') ? `${from}${year}` : `${from} ${year}`;
  return momentOf(written, order) ?? momentOf(`${from}/${year}`, order);
};

/** 03/04/2025 is the third of April, unless dates of the sheet can only be read the other way. */
export const dateOrderOf = (cells: Iterable<string>): DateOrder => {
  let american = false;
  for (const cell of cells) {
    const [, first, second] = /^\s*(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\s*$/.exec(cell) ?? [];
    if (Number(first) > 12) return 'DMY';
    if (Number(second) > 12) american = true;
  }
  return american ? 'MDY' : 'DMY';
};

/** „kurzfristig“ says how soon, not when. */
export const isHorizonWord = (said: string): boolean =>
  /^(?:kurz|mittel|lang)(?:-|fristig)|^(?:short|medium|long)[ -]term/.test(folded(said).trim());

const pointer =
  /^(?:siehe|s\. ?[aou]\.?|s\. |vgl\.?|gem(?:aess|\.) |see |nach |bei |je nach|vor |mit |ab |bis |waehrend|parallel|abhaengig|after |before |depending|as needed|sofort|umgehend|zeitnah|erledigt|abgeschlossen|umgesetzt|fertig|laeuft|in arbeit|done|completed)/;
/** Words that name no time at all, however many there are. */
const nameless =
  /^(?:so ?bald|baldm|in kuerze|irgendwann|demnaechst|spaeter|naechste|sometime|some day|soon|as soon|later)/;

/** True for words about time that no date can say: a sentence, a condition, a length of time. One word alone is none. */
export const tellsOfTime = (said: string): boolean => {
  const text = folded(said).replace(/\s+/g, ' ').trim();
  if (!/\p{L}/u.test(text) || nameless.test(text)) return false;
  return (
    isHorizonWord(text) ||
    pointer.test(text) ||
    /\d{4}|\d+ (?:jahre?n?|monate?n?|wochen?|tage?n?|years?|months?|weeks?|days?)\b/.test(text) ||
    text.split(' ').length > 2
  );
};
