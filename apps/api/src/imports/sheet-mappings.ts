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

  /** Of columns and words only: the next edition may have its heading in another row. */
  async keep(municipality: string, { columns, statusWords, dateOrder }: ColumnMapping) {
    const text = JSON.stringify({ columns, statusWords, dateOrder });
    await this.vault.keepPage({ key: keyOf(municipality), lang: '', text, changedAt: Date.now() });
  }
}
