import { isEnded } from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../reading/reader.js';

/** What a plan's newest edition has no longer, and of which of it somebody said that it goes on all the same. */
interface OfPlan {
  readonly gone: readonly string[];
  readonly settled: readonly string[];
}
type ByPlan = Readonly<Record<string, OfPlan>>;

const keyOf = (municipality: string) => `gone-from-list/${municipality}`;
/** More are no longer a list to be worked off one by one. */
const MOST = 500;

/**
 * Measures that the newest edition of their list has no longer, until somebody says what became of them. The log
 * keeps what is said; that a row is missing is no event.
 */
@Injectable()
export class GoneMeasures {
  constructor(private readonly vault: Vault) {}

  /** After an edition of a plan: a measure that is back is asked about no more. */
  async note(municipality: string, plan: string, gone: readonly string[]): Promise<void> {
    const all = await this.read(municipality);
    const settled = (all[plan]?.settled ?? []).filter((id) => gone.includes(id));
    if (gone.length === 0 && all[plan] === undefined) return;
    await this.keep(municipality, { ...all, [plan]: { gone: gone.slice(0, MOST), settled } });
  }

  /** It goes on, and stands in no list. */
  async settle(municipality: string, measure: string): Promise<void> {
    const entries = Object.entries(await this.read(municipality)).map(
      ([plan, { gone, settled }]) => [
        plan,
        { gone, settled: gone.includes(measure) ? [...new Set([...settled, measure])] : settled },
      ],
    );
    await this.keep(municipality, Object.fromEntries(entries) as ByPlan);
  }

  /** Those still to be asked about, with their plan: what ended, or left the plan since, needs no answer. */
  async open(reading: Reading, municipality: string): Promise<readonly GoneMeasure[]> {
    return Object.entries(await this.read(municipality)).flatMap(([plan, { gone, settled }]) =>
      gone
        .filter((id) => !settled.includes(id))
        .flatMap((id) => reading.models.measure(id, reading.view) ?? [])
        .filter(
          ({ implementation, heirs, places }) =>
            !isEnded(implementation) &&
            heirs.length === 0 &&
            places.some((place) => place.plan === plan),
        )
        .map((measure) => ({ plan, measure })),
    );
  }

  private async read(municipality: string): Promise<ByPlan> {
    const kept = await this.vault.page(keyOf(municipality), '');
    return kept ? (JSON.parse(kept.text) as ByPlan) : {};
  }

  private keep(municipality: string, plans: ByPlan): Promise<void> {
    const text = JSON.stringify(plans);
    return this.vault.keepPage({ key: keyOf(municipality), lang: '', text, changedAt: Date.now() });
  }
}

export interface GoneMeasure {
  readonly plan: string;
  readonly measure: MeasureDetail;
}
