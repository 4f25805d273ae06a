import { type SaidStatus, type StatusMeaning, type StatusWord, wordKey } from './status-words.js';

const wordLimit = 200;

/** Collects the words of a status column over all its rows. */
export class StatusWords {
  private readonly counts = new Map<
    string,
    { said: string; count: number; meaning: StatusMeaning | null; sure: boolean }
  >();

  add(said: string, status: SaidStatus | undefined): void {
    const name = wordKey(said);
    const known = this.counts.get(name);
    if (known) known.count += 1;
    else if (this.counts.size < wordLimit) {
      const word = said.length > 80 ? `${said.slice(0, 79).toWellFormed()}…` : said;
      this.counts.set(name, {
        said: word,
        count: 1,
        meaning: status?.meaning ?? null,
        sure: status?.sure ?? false,
      });
    }
  }

  get list(): StatusWord[] {
    return [...this.counts.values()].map(({ said, ...rest }) => ({ word: said, ...rest }));
  }
}
