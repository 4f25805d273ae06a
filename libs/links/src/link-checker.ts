import { ask, type Answer } from './ask.js';
import { Courtesy } from './courtesy.js';
import { type Internet, publicPartOf } from './internet.js';
import { literalOf, type Target, targetOf } from './target.js';
import { gone, unclear, type Verdict, verdictOf } from './verdict.js';

export interface LinkCheckerOptions {
  readonly internet: Internet;
  /** Says who asks, and where whoever is asked can read more. */
  readonly userAgent: string;
  /** Of those who are trusted to say who a host is; absent: of those who come with Node. */
  readonly certificates?: readonly string[];
  /** For one request. */
  readonly patienceMs?: number;
  /** Between two requests to one host. */
  readonly pauseMs?: number;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 5_000;
const REDIRECTS = 5;
const MOVED = new Set([301, 302, 303, 307, 308]);

/** Finds out whether a link still leads somewhere: small, slow, and never to anything that is not public. */
export class LinkChecker {
  private readonly internet: Internet;
  private readonly courtesy: Courtesy;

  constructor(private readonly options: LinkCheckerOptions) {
    this.internet = publicPartOf(options.internet);
    this.courtesy = new Courtesy(options.pauseMs ?? PAUSE_MS);
  }

  /** Rejects only when the signal aborts: what goes wrong on the way is a verdict. */
  async check(address: string, signal: AbortSignal): Promise<Verdict> {
    try {
      return await this.follow(targetOf(address), signal);
    } catch (error) {
      signal.throwIfAborted();
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ECONNREFUSED' ? gone('nobody-listens') : unclear;
    }
  }

  /** Each hop is checked like the first one. */
  private async follow(first: Target | undefined, signal: AbortSignal): Promise<Verdict> {
    let target = first;
    for (let hop = 0; target !== undefined && hop <= REDIRECTS; hop += 1) {
      const addresses =
        literalOf(target) ?? (await this.internet.resolve(target.host, this.patience(signal)));
      if (addresses.length === 0) return gone('no-such-name');
      const { status, location, retryAfter } = await this.ask(target, addresses, signal);
      if (!MOVED.has(status)) return verdictOf(status, retryAfter, Date.now());
      target = location === undefined ? undefined : targetOf(location, target.url);
    }
    return unclear;
  }

  private patience(signal: AbortSignal): AbortSignal {
    const { patienceMs = PATIENCE_MS } = this.options;
    return AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  }

  /** Not every server knows HEAD: only a second refusal counts. */
  private async ask(
    target: Target,
    addresses: readonly string[],
    signal: AbortSignal,
  ): Promise<Answer> {
    const once = (method: 'HEAD' | 'GET') =>
      this.courtesy.inTurn(target.host, signal, () => {
        const options = { ...this.options, signal: this.patience(signal) };
        return ask(this.internet, { ...options, target, addresses, method });
      });
    const answer = await once('HEAD');
    return answer.status < 400 || answer.status === 429 ? answer : once('GET');
  }
}
