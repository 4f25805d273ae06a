import { Injectable } from '@nestjs/common';

/** Throws, or rejects, while the thing it looks at cannot do its work. */
export type HealthCheck = () => void | Promise<void>;

/** So long an answer may take, in milliseconds: who probes waits no longer, and whom nobody answers nobody can use. */
const PATIENCE_MS = 3000;

export interface HealthResult {
  readonly name: string;
  readonly ok: boolean;
}

/** What must be well before this node may get requests; each room adds its own check. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();
  private readonly shared = new Set<string>();

  /** Those that have not answered yet: a log that hangs is not asked once more by each probe. */
  private readonly running = new Map<string, Promise<boolean>>();

  private readonly told = new Map<string, () => object>();

  /** `shared`: all nodes use it, and none is better off where it fails. */
  add(name: string, check: HealthCheck, { shared = false } = {}): void {
    this.checks.set(name, check);
    if (shared) this.shared.add(name);
  }

  /** What is told beside, and keeps no request away. */
  tell(name: string, facts: () => object): void {
    this.told.set(name, facts);
  }

  facts(): Readonly<Record<string, object>> {
    return Object.fromEntries([...this.told].map(([name, facts]) => [name, facts()]));
  }

  /** All of them, or those of this node alone. What has not answered after `patience` milliseconds is not well. */
  async run({ own = false, patience = PATIENCE_MS } = {}): Promise<HealthResult[]> {
    const asked = [...this.checks].filter(([name]) => !own || !this.shared.has(name));
    return Promise.all(
      asked.map(async ([name, check]) => ({
        name,
        ok: await within(patience, this.answerOf(name, check)),
      })),
    );
  }

  private answerOf(name: string, check: HealthCheck): Promise<boolean> {
    let answer = this.running.get(name);
    if (!answer) {
      answer = isWell(check).finally(() => this.running.delete(name));
      this.running.set(name, answer);
    }
    return answer;
  }
}

/** The reason stays inside: readiness is public. */
async function isWell(check: HealthCheck): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}

function within(patience: number, answer: Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const late = setTimeout(() => resolve(false), patience);
  return Promise.race([answer, promise]).finally(() => clearTimeout(late));
}
