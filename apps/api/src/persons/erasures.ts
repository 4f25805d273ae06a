import { Vault } from '@klimaspur/vault';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import { ErasureList } from './erasure-list.js';

/** Called with somebody who was erased: whoever keeps a copy of what they brought lets go of it. */
export type LetGo = (person: string) => Promise<void>;

/** People of the example are invented: their pseudonyms are made from names, and not drawn. */
const isDrawn = (person: string): boolean => person.charAt(14) === '4';

/** Erases persons from all that is kept. Their entries stay under the pseudonym. */
@Injectable()
export class Erasures implements OnApplicationBootstrap {
  private readonly logger = new Logger('erasures');
  private readonly keepers: LetGo[] = [];

  constructor(
    private readonly vault: Vault,
    private readonly list: ErasureList,
  ) {}

  /** To be called by everything that keeps copies. */
  onErased(letGo: LetGo): void {
    this.keepers.push(letGo);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const person of this.list.unfinished) await this.carryOut(person).catch(() => undefined);
  }

  has(person: string): boolean {
    return this.list.has(person);
  }

  /** Throws where there is nobody to erase. */
  async refuseNobody(person: string): Promise<void> {
    const standing = await this.vault.standing(person);
    if (this.list.unfinished.includes(person)) return;
    if (standing === 'erased') throw new Refusal('person/erased');
    if (standing !== 'here' || !isDrawn(person)) throw new Refusal('person/unknown');
  }

  /** Answers when nothing of them is left; where that failed, it says so, and can be asked for again. */
  async erase(person: string): Promise<void> {
    await this.refuseNobody(person);
    // Before anything is destroyed: a crash in the next moment, or a vault that comes back, finds it written down.
    this.list.begin({ person, at: Date.now() });
    await this.carryOut(person);
  }

  private async carryOut(person: string): Promise<void> {
    const [first] = this.list.erased.filter((one) => one.person === person);
    try {
      await this.vault.forget(person, first?.at ?? Date.now());
      for (const letGo of this.keepers) await letGo(person);
      this.list.finish(person);
    } catch (error) {
      this.logger.error('Somebody was not erased to the end', (error as Error).stack);
      throw new Refusal('person/not-erased', { headers: { 'retry-after': '2' } });
    }
  }
}
