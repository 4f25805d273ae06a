import type { ComponentChildren } from 'preact';

export interface Definition {
  readonly term: ComponentChildren;
  readonly value: ComponentChildren;
  /** Language of the value, where it is the town's own text. */
  readonly lang?: string;
}

/** Facts in two columns; a fact without value is left out. */
export const DefinitionList = ({ items }: { items: readonly Definition[] }) => (
  <dl class="facts">
    {items
      .filter(({ value }) => value !== undefined && value !== null && value !== '')
      .map(({ term, value, lang }) => (
        <div>
          <dt>{term}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
  </dl>
);
