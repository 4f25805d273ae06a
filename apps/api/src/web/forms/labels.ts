import { type ComponentChildren, isValidElement, type VNode } from 'preact';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

/** What the fields below are called, by their names. Components are pure, so looking into them does nothing. */
export const labelsIn = (content: ComponentChildren): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isValidElement(node)) return;
    const { type, props } = node as VNode<Props>;
    const { name, label } = props;
    if (typeof name === 'string' && typeof label === 'string') labels.set(name, label);
    if (typeof type === 'function') visit((type as (given: Props) => unknown)(props));
    else visit(props.children);
  };
  visit(content);
  return labels;
};
