import type { EventStore } from '../event-store.js';
import { keepsContent } from './contract/content.js';
import { keepsIdempotency } from './contract/idempotency.js';
import { keepsOrder } from './contract/reading.js';
import { keepsRevisions } from './contract/revisions.js';
import { keepsSubscriptions } from './contract/subscriptions.js';
import { takesTextsOut } from './contract/taking-out.js';

/** What everything above the log relies on, whatever keeps the events. `open` gives a store; other logs may share its server. */
export function keepsThePromisesOfAnEventStore(open: () => Promise<EventStore>): void {
  let store: EventStore;
  const opened = (): EventStore => store;

  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  describe('expected revisions', () => keepsRevisions(opened));
  describe('idempotency', () => keepsIdempotency(opened));
  describe('reading', () => keepsOrder(opened));
  describe('subscriptions', () => keepsSubscriptions(opened));
  describe('content', () => keepsContent(opened));
  describe('taking out texts', () => takesTextsOut(opened));
}
