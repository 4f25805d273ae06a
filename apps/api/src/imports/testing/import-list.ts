import type { EventStore } from '@klimaspur/event-store';
import { readImport } from '@klimaspur/importers';
import { runImport, type ImportOrder, type ImportReport } from '../run-import.js';
import { knownFromLog } from './known-from-log.js';

export const now = '2026-11-20T12:00:00.000Z';

export const actor = (municipality: string) => ({
  ...{ person: '00000000-0000-7000-8000-000000000009', role: 'LEAD', municipality },
});

/** Imports a list of these lines, of the day that is given. */
export const importList = (
  store: EventStore,
  lines: readonly string[],
  standOn: string | null = null,
  order: Partial<ImportOrder> = {},
): Promise<ImportReport> => {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return runImport(store, knownFromLog(store), {
    document: readImport(bytes, { fileName: 'liste.csv', today: '2026-11-20', standOn }),
    ...{ bytes, actor, now, acceptGoodRows: false, publish: false, dryRun: false },
    ...order,
  });
};
