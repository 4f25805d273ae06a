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

  private readonly told = new Map<string, () => object>();

  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** What is told beside, and keeps no request away. */
  tell(name: string, facts: () => object): void {
    this.told.set(name, facts);
  }

  facts(): Readonly<Record<string, object>> {
    return Object.fromEntries([...this.told].map(([name, facts]) => [name, facts()]));
  }

  async run(): Promise<HealthResult[]> {
    return Promise.all([...this.checks].map(([name, check]) => resultOf(name, check)));
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
