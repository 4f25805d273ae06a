import type { ColumnMapping } from '@klimaspur/importers';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';

const keyOf = (municipality: string) => `sheet-mapping/${municipality}`;

/** How the last table of a town was read, for its next edition. */
@Injectable()
export class SheetMappings {
  constructor(private readonly vault: Vault) {}

  async of(municipality: string): Promise<ColumnMapping> {
    const kept = await this.vault.page(keyOf(municipality), '');
    return kept ? (JSON.parse(kept.text) as ColumnMapping) : {};
  }

  /**
   * Of columns and words, and of sheets that are never meant: the next edition may have its heading in another row,
   * and measures on another sheet.
   */
  async keep(municipality: string, { sheets, columns, statusWords, dateOrder }: ColumnMapping) {
    const left = Object.entries(sheets ?? {}).filter(([, use]) => use === 'ignore');
    const text = JSON.stringify({
      ...(left.length > 0 ? { sheets: Object.fromEntries(left) } : {}),
      ...{ columns, statusWords, dateOrder },
    });
    await this.vault.keepPage({ key: keyOf(municipality), lang: '', text, changedAt: Date.now() });
  }
}
