import { type SaidStatus, type StatusMeaning, type StatusWord, wordKey } from './status-words.js';

const wordLimit = 200;

interface Counted {
  readonly said: string;
  readonly meaning: StatusMeaning | null;
  readonly sure: boolean;
  /** Where it stands for the first time. */
  readonly where: string;
  count: number;
}

/** Collects the words of a status column over all its rows. */
export class StatusWords {
  private readonly counts = new Map<string, Counted>();

  add(where: string, said: string, status: SaidStatus | undefined): void {
    const name = wordKey(said);
    const known = this.counts.get(name);
    if (known) known.count += 1;
    else if (this.counts.size < wordLimit) {
      const word = said.length > 80 ? `${said.slice(0, 79).toWellFormed()}…` : said;
      this.counts.set(name, {
        said: word,
        where,
        count: 1,
        meaning: status?.meaning ?? null,
        sure: status?.sure ?? false,
      });
    }
  }

  get list(): StatusWord[] {
    return this.placed.map(({ where: _where, ...word }) => word);
  }

  get placed(): (StatusWord & { readonly where: string })[] {
    return [...this.counts.values()].map(({ said, ...rest }) => ({ word: said, ...rest }));
  }
}
