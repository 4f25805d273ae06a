import { randomUUID } from 'node:crypto';

const EVERY_MS = 500;
/** Longer than this without an answer, somebody may have been erased elsewhere and still be named by a kept page. */
const SURE_MS = 600_000;

/** What is known of the number that counts changes of what pages show. Asked again and again: others count, too. */
export class PublicVersion {
  private known = '';
  private asked = 0;
  private answered = 0;
  private answeredAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(private readonly ask: () => Promise<number>) {}

  get current(): string {
    if (performance.now() - this.answeredAt > SURE_MS) this.doubt();
    return this.known;
  }

  /** Whatever was committed before the call counts from then on. */
  async look(): Promise<void> {
    const turn = ++this.asked;
    const version = await this.ask();
    if (turn < this.answered) return;
    this.answered = turn;
    this.answeredAt = performance.now();
    this.known = String(version);
  }

  /** After a change of our own: where it cannot be asked, it is another one in any case. */
  async lookOrDoubt(): Promise<void> {
    await this.look().catch(() => this.doubt());
  }

  watch(): void {
    this.timer = setTimeout(() => {
      void this.look()
        .catch(() => undefined)
        .finally(() => {
          if (!this.isOver) this.watch();
        });
    }, EVERY_MS).unref();
  }

  stop(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private doubt(): void {
    this.answeredAt = performance.now();
    this.known = `?${randomUUID()}`;
  }
}
