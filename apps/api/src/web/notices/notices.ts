import type { Settings } from '@klimaspur/settings';
import { type Notice, type NoticeState, Vault } from '@klimaspur/vault';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DAY_MS } from '../../auth/session-cookie.js';
import { Refusal } from '../../errors/refusal.js';
import { Turns } from '../../persistence/turns.js';
import { SETTINGS } from '../../settings.module.js';

const TIDY_EVERY_MS = DAY_MS / 4;
export const NOTICES_PER_PAGE = 20;

/** What strangers told the groups: only ever in the vault, and only for a time. */
@Injectable()
export class Notices implements OnApplicationBootstrap, OnApplicationShutdown {
  private tidying: NodeJS.Timeout | undefined;

  constructor(
    private readonly vault: Vault,
    private readonly turns: Turns,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get days(): number {
    return this.settings.noticeDays;
  }

  /** Nobody finds them past their time; this takes them off the disk too. */
  async onApplicationBootstrap(): Promise<void> {
    await this.tidy();
    const tidy = () => void this.tidy().catch(() => undefined);
    this.tidying = setInterval(tidy, TIDY_EVERY_MS).unref();
  }

  private async tidy(): Promise<void> {
    await this.turns.inTurn('tidy vault', () => this.vault.tidy(Date.now()));
  }

  onApplicationShutdown(): void {
    clearInterval(this.tidying);
  }

  async receive(told: Omit<Notice, 'receivedAt' | 'expiresAt' | 'state'>): Promise<void> {
    const receivedAt = Date.now();
    const expiresAt = receivedAt + this.days * DAY_MS;
    await this.vault.keepNotice({ ...told, receivedAt, expiresAt, state: 'open' });
  }

  /** Refused where it is another town's, or gone. */
  async one(municipality: string, id: string): Promise<Notice> {
    const notice = await this.vault.notice(id, Date.now());
    if (notice?.municipality !== municipality) throw new Refusal('notice/unknown');
    return notice;
  }

  list(municipality: string, state: NoticeState, page: number): Promise<readonly Notice[]> {
    const part = { limit: NOTICES_PER_PAGE, offset: (page - 1) * NOTICES_PER_PAGE };
    return this.vault.notices(municipality, state, Date.now(), part);
  }

  counts(municipality: string): Promise<Readonly<Record<NoticeState, number>>> {
    return this.vault.noticeCounts(municipality, Date.now());
  }

  async settle(id: string, state: NoticeState, note: string | undefined, by: string) {
    const settled = state === 'open' ? {} : { settledAt: Date.now(), settledBy: by };
    await this.vault.settleNotice(id, {
      state,
      ...(note === undefined ? {} : { note }),
      ...settled,
    });
  }

  /** Settled by a correction: what the group noted before stays. */
  async answer(municipality: string, id: string, by: string): Promise<void> {
    const notice = await this.vault.notice(id, Date.now());
    if (notice?.municipality !== municipality) return;
    await this.settle(id, 'answered', notice.note, by);
  }

  async delete(id: string): Promise<void> {
    await this.vault.deleteNotice(id);
  }
}
