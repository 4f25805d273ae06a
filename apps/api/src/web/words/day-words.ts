import { formatDay, type Translate } from '@klimaspur/messages';

/** When something happened; where nobody knows, when it was entered: „Tag unbekannt, eingetragen am 27. November 2026“. */
export const dayWords = (on: string | null, recordedOn: string, t: Translate): string =>
  on === null
    ? t('date.unknownRecorded', { day: formatDay(recordedOn, t.lang) })
    : formatDay(on, t.lang);
