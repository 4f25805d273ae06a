import type { Node } from './address.js';

/** Whoever hung so lately is not asked again while another answers. */
const LATELY_MS = 5_000;
const NEVER = -LATELY_MS;

const nameOf = ({ address, port }: Node): string => `${address}:${port}`;

/** Nodes that gave no answer, and when. */
export class SilentNodes {
  private readonly at = new Map<string, number>();

  /** `target`: as the transport calls it, with a scheme before its name. */
  add(target: string): void {
    this.at.set(target.replace(/^[a-z]+:/, ''), performance.now());
  }

  /** That node, or any. */
  hasLately(node?: Node): boolean {
    const last = node ? this.since(node) : Math.max(NEVER, ...this.at.values());
    return performance.now() - last < LATELY_MS;
  }

  /** Those that were silent at the end, the last one last. */
  ordered(nodes: readonly Node[]): Node[] {
    return nodes.toSorted((a, b) => this.since(a) - this.since(b));
  }

  private since(node: Node): number {
    return this.at.get(nameOf(node)) ?? NEVER;
  }
}
