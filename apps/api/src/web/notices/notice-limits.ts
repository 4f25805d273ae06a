import { createHmac, randomBytes } from 'node:crypto';
import { berlinDay } from '@klimaspur/domain';
import { Injectable } from '@nestjs/common';

export const PER_ADDRESS = 10;
export const PER_INSTANCE = 300;

/** The part of an address that one household has: all of IPv4, the first half of IPv6. */
export const networkOf = (address: string): string => {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
};

/**
 * Counts the notices of a day, from each address and in all. Of an address only a check number is kept, made with a
 * secret of the day, in memory: at midnight nobody can tell any more who was counted.
 */
@Injectable()
export class NoticeLimits {
  private day = '';
  private secret = Buffer.alloc(0);
  private total = 0;
  private readonly counts = new Map<string, number>();

  /** What stands in the way of another notice from this address now. */
  exceeded(address: string, now: string): 'address' | 'instance' | undefined {
    this.turnTo(berlinDay(now));
    if ((this.counts.get(this.checkNumber(address)) ?? 0) >= PER_ADDRESS) return 'address';
    return this.total >= PER_INSTANCE ? 'instance' : undefined;
  }

  count(address: string, now: string): void {
    this.turnTo(berlinDay(now));
    const number = this.checkNumber(address);
    this.counts.set(number, (this.counts.get(number) ?? 0) + 1);
    this.total += 1;
  }

  private turnTo(day: string): void {
    if (day === this.day) return;
    this.day = day;
    this.secret = randomBytes(32);
    this.total = 0;
    this.counts.clear();
  }

  private checkNumber(address: string): string {
    return createHmac('sha256', this.secret).update(networkOf(address)).digest('base64');
  }
}
