import type { MeasureDetail } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../reading/reader.js';
import { isSameState, type UnsaidState } from './unsaid-state.js';

/** Of each measure, and whether somebody said that it stays as it is all the same. */
type OfPlan = Readonly<Record<string, UnsaidState & { readonly settled?: true }>>;
type ByPlan = Readonly<Record<string, OfPlan>>;

const keyOf = (municipality: string) => `unsaid-states/${municipality}`;
/** More are no longer a list to be worked off one by one. */
const MOST = 500;

/**
 * States that the newest edition of a list takes back, until somebody says which is right. The log keeps what is
 * said; that a list no longer says it is no event.
 */
@Injectable()
export class UnsaidStates {
  constructor(private readonly vault: Vault) {}

  /** After an edition of a plan; what is settled stays so while the list says the same. */
  async note(municipality: string, plan: string, found: Readonly<Record<string, UnsaidState>>) {
    const all = await this.read(municipality);
    const before = all[plan] ?? {};
    const ids = Object.keys(found);
    if (ids.length === 0 && all[plan] === undefined) return;
    const kept = ids.slice(0, MOST).map((id) => {
      const state = found[id]!;
      const isSettled =
        before[id]?.settled === true &&
        before[id].now === state.now &&
        isSameState(before[id].stands, state.stands);
      return [id, { ...state, ...(isSettled ? { settled: true } : {}) }] as const;
    });
    await this.keep(municipality, { ...all, [plan]: Object.fromEntries(kept) as OfPlan });
  }

  /** It stays as it is. */
  async settle(municipality: string, measure: string): Promise<void> {
    const plans = Object.entries(await this.read(municipality)).map(([plan, states]) => {
      const state = states[measure];
      return [plan, state ? { ...states, [measure]: { ...state, settled: true } } : states];
    });
    await this.keep(municipality, Object.fromEntries(plans) as ByPlan);
  }

  /** Those still to be asked about: where the measure stands otherwise by now, somebody has said so. */
  async open(reading: Reading, municipality: string): Promise<readonly UnsaidOfMeasure[]> {
    return Object.values(await this.read(municipality)).flatMap((states) =>
      Object.entries(states)
        .filter(([, { settled }]) => settled !== true)
        .flatMap(([id, state]) => {
          const measure = reading.models.measure(id, reading.view);
          return measure && isSameState(stateOf(measure), state.stands) ? [{ measure, state }] : [];
        }),
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

export interface UnsaidOfMeasure {
  readonly measure: MeasureDetail;
  readonly state: UnsaidState;
}

const stateOf = ({ facts }: MeasureDetail) => ({
  implementation: facts.implementation.value,
  delayed: facts.delay !== null,
});
