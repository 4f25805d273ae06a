import { isUuid } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refusal } from '../../errors/refusal.js';
import { GetDecision } from '../../queries/get-decision.query.js';
import type { Reading } from '../../reading/reader.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { measureStory } from '../measures/measure-story.js';
import type { Shared } from './shared.js';
import { decisionShared, measureShared, senderOf, townShared } from './shared-things.js';

export const sharedKinds = ['town', 'measure', 'decision'] as const;
export type SharedKind = (typeof sharedKinds)[number];

/** Finds what shall be passed on, as everybody sees it. */
@Injectable()
export class ShareDesk {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly vault: Vault,
    private readonly bus: QueryBus,
  ) {}

  /** `id`: of the measure or decision; of a town the name in its address. */
  find(kind: SharedKind, id: string, reading: Reading, lang: Lang): Promise<Shared> | Shared {
    if (kind === 'measure') return this.measure(id, reading, lang);
    if (kind === 'decision') return this.decision(id, reading, lang);
    const town = this.desk.townOf(reading, id);
    const { counts } = reading.models.progress(town.id, {}, reading.view);
    return townShared(senderOf(reading, town, lang), counts.byStatus);
  }

  private async measure(id: string, reading: Reading, lang: Lang): Promise<Shared> {
    const { measure, town } = this.desk.measureOf(reading, id);
    const story = await measureStory(reading, measure.id, town, this.vault);
    return measureShared(senderOf(reading, town, lang), measure, story);
  }

  private async decision(id: string, reading: Reading, lang: Lang): Promise<Shared> {
    if (!isUuid(id)) throw new Refusal('decision/unknown');
    const decision = await this.bus.execute(new GetDecision(reading, id));
    // What was taken back is no news to pass on.
    if (decision.voidedBy !== null) throw new Refusal('decision/unknown');
    const town = this.desk.townOf(reading, decision.municipality);
    return decisionShared(senderOf(reading, town, lang), decision);
  }
}
