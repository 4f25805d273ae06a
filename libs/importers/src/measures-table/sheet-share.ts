import type { SheetRow } from './sheet-row.js';
import { isBareShare, percentIn } from './status-words.js';

/** How far a measure is. */
export interface Share {
  readonly percent: number;
  /** The words, where they say more than the figure. */
  readonly note?: string;
}

/** „40“, „40 %“, „ca. 40 %“; `0,4` only where the whole column is written so. */
export const shareOf = (sheet: SheetRow): Share | undefined =>
  sheet.share('percent', (said, isShare) => {
    if (isShare) {
      const percent = Math.round(Number(said.replace(',', '.')) * 100);
      return percent >= 0 && percent <= 100 ? { percent } : undefined;
    }
    const percent = percentIn(/^[\d,. ]+$/.test(said) ? `${said} %` : said);
    if (percent === undefined || /^0?[.,]\d/.test(said)) return undefined;
    return isBareShare(said) ? { percent } : { percent, note: said };
  });
