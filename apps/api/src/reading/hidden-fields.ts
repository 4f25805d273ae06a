import type { View, ViewQueries } from '@klimaspur/read-models';
import { categoryOf, idOf } from '@klimaspur/event-store';

interface Entry {
  readonly stream: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Tells of entries of plans whether they are about a field of which the viewer may know nothing; each plan is asked once. */
export class HiddenFields {
  private readonly hidden = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly models: Pick<ViewQueries, 'hiddenFields'>,
    private readonly view: View,
  ) {}

  areNamedIn({ stream, data }: Entry): boolean {
    if (categoryOf(stream) !== 'plan') return false;
    const { replacement } = data as { replacement?: Record<string, unknown> };
    const named = [data, replacement ?? {}].flatMap(({ field, parent }) => [field, parent]);
    return named.some((id) => typeof id === 'string' && this.of(stream).has(id));
  }

  private of(stream: string): ReadonlySet<string> {
    const known = this.hidden.get(stream);
    const hidden = known ?? this.models.hiddenFields(idOf(stream), this.view);
    if (!known) this.hidden.set(stream, hidden);
    return hidden;
  }
}
