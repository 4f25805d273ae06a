import { hash } from 'node:crypto';
import { OneByOne, pngOf } from '@klimaspur/files';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../../errors/refusal.js';
import { RecentlyAsked } from '../../http/recently-asked.js';
import { networkOf } from '../notices/notice-limits.js';
import type { Card } from './drawing/card.js';
import { Drawer } from './drawing/drawer.js';

/** Room for about three hundred pictures. They are kept in memory alone: what is taken out of the log leaves no file behind. */
export const KEPT_BYTES = 32 * 1_048_576;
/** How many may wait for the one that is being made. */
export const WAITING = 20;
/** New pictures that one household may have made in a minute. */
export const PER_MINUTE = 60;

/** Makes each picture once, one at a time, and keeps those asked for last. */
@Injectable()
export class Pictures implements OnApplicationShutdown {
  private readonly drawer = new Drawer();
  private readonly kept = new RecentlyAsked<Uint8Array>(
    KEPT_BYTES,
    (_tag, { byteLength }) => byteLength,
  );
  private readonly coming = new Map<string, Promise<Uint8Array>>();
  private readonly making = new OneByOne();
  private minute = 0;
  private readonly asked = new Map<string, number>();

  tagOf(card: Card): string {
    return hash('sha256', JSON.stringify(card), 'base64url').slice(0, 22);
  }

  /** `address`: whose wish it is. Refused where too much is wished for. */
  async of(card: Card, address: string): Promise<Uint8Array> {
    const tag = this.tagOf(card);
    const known = this.kept.get(tag);
    if (known) return known;
    const coming = this.coming.get(tag);
    if (coming) return coming;
    this.allow(address);
    const made = this.making.do(() => this.make(card)).finally(() => this.coming.delete(tag));
    this.coming.set(tag, made);
    const png = await made;
    this.kept.set(tag, png);
    return png;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.drawer.close();
  }

  private async make(card: Card): Promise<Uint8Array> {
    return pngOf(await this.drawer.draw(card));
  }

  private allow(address: string): void {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.minute) this.asked.clear();
    this.minute = minute;
    const network = networkOf(address);
    const before = this.asked.get(network) ?? 0;
    if (this.coming.size > WAITING || before >= PER_MINUTE) {
      throw new Refusal('picture/busy', { headers: { 'retry-after': '60' } });
    }
    this.asked.set(network, before + 1);
  }
}
