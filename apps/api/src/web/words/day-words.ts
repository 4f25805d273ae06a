import { formatDay, type Translate } from '@klimaspur/messages';

/** When something happened; where nobody knows, when it was entered: „Tag unbekannt, eingetragen am 27. November 2026“. */
export const dayWords = (
  on: string | null,
  recordedOn: string,
  t: Translate,
  latest = false,
): string =>
  on === null
    ? t('date.unknownRecorded', { day: formatDay(recordedOn, t.lang) })
    : dayOrLatest(on, latest, t);

/** „15. März 2025“; where only is known that it had happened by then: „spätestens 15. März 2025“. */
export const dayOrLatest = (on: string | null, latest: boolean, t: Translate): string =>
  latest ? t('date.latest', { day: formatDay(on, t.lang) }) : formatDay(on, t.lang);
