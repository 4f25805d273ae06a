import { Injectable } from '@nestjs/common';

/** Throws, or rejects, while the thing it looks at cannot do its work. */
export type HealthCheck = () => void | Promise<void>;

export interface HealthResult {
  readonly name: string;
  readonly ok: boolean;
}

/** What must be well before this node may get requests; each room adds its own check. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();
  private readonly shared = new Set<string>();

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

  /** All of them, or those of this node alone. */
  async run({ own = false } = {}): Promise<HealthResult[]> {
    const asked = [...this.checks].filter(([name]) => !own || !this.shared.has(name));
    return Promise.all(asked.map(([name, check]) => resultOf(name, check)));
  }
}

/** The reason stays inside: readiness is public. */
async function resultOf(name: string, check: HealthCheck): Promise<HealthResult> {
  try {
    await check();
    return { name, ok: true };
  } catch {
    return { name, ok: false };
  }
}
