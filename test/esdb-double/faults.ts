import { once } from 'node:events';
import type { EsdbNode } from './esdb-node.js';
import type { Call } from './grpc-server.js';

/**
 * Where a fault can strike: when an append has come and nothing is stored yet (`append`), when it is stored and not
 * answered yet (`stored`), when a read or a subscription begins, before each event that either sends (`event`), and when a
 * subscription has sent all there is.
 */
export type Point =
  'append' | 'stored' | 'read' | 'subscribe' | 'event' | 'caught up' | 'gossip' | 'features';

/** What happens there. Throws, never returns, or lets the call go on. */
export type Fault = (node: EsdbNode, call: Call) => void | Promise<void>;

interface Order {
  readonly point: Point;
  readonly fault: Fault;
  after: number;
  times: number;
}

/** Ordered by a test, struck when a call comes to the point. Counted, never by time. */
export class Faults {
  readonly #orders = new Set<Order>();

  /** `after` so many calls have passed the point unharmed, `times` in a row. */
  at(point: Point, fault: Fault, { after = 0, times = 1 } = {}): void {
    this.#orders.add({ point, fault, after, times });
  }

  /** Holds the next call at the point until `release`; `reached` tells that it is there. */
  hold(point: Point): { readonly reached: Promise<void>; readonly release: () => void } {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    this.at(point, async () => {
      reached.resolve();
      await released.promise;
    });
    return { reached: reached.promise, release: released.resolve };
  }

  none(): void {
    this.#orders.clear();
  }

  /** Orders that no call has met yet, or not often enough. */
  get waiting(): number {
    return this.#orders.size;
  }

  async strike(point: Point, node: EsdbNode, call: Call): Promise<void> {
    const due = [...this.#orders].filter((order) => order.point === point && order.after-- <= 0);
    for (const order of due) if (--order.times <= 0) this.#orders.delete(order);
    for (const { fault } of due) await fault(node, call);
  }
}

export const refuse =
  (refusal: () => Error): Fault =>
  () => {
    throw refusal();
  };

/** Every connection of the node is cut; it goes on living. */
export const drop: Fault = async (node, { signal }) => {
  node.line.drop();
  await gone(signal);
};

/** The node dies, until it is told to come back. */
export const die: Fault = async (node, { signal }) => {
  node.die();
  await gone(signal);
};

/** The node dies and is back at once, with the same port and its data. */
export const restart: Fault = async (node, { signal }) => {
  node.die();
  await once(signal, 'abort');
  node.comeBack();
  throw new Error('nobody waits for this answer');
};

/** No answer until the client gives up. */
export const hang: Fault = (_node, { signal }) => gone(signal);

async function gone(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw new Error('nobody waits for this answer');
}
