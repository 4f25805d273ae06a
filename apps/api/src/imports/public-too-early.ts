import { isPublished, type Issue, type Past } from '@klimaspur/domain';
import { type EventStore, streamName } from '@klimaspur/event-store';
import { type Lang, messageFor } from '@klimaspur/messages';
import type { PublishGaps } from '../commands/publish-gaps.js';
import type { ImportFinding } from './import-findings.js';
import type { ImportOrder, ImportReport } from './run-import.js';

/**
 * An operator's shell may publish before everything is said that must be; the report then names what is missing,
 * in the words with which a page would have refused.
 */
export const publicTooEarly = async (
  store: EventStore,
  gaps: PublishGaps,
  { document, publish, dryRun }: Pick<ImportOrder, 'document' | 'publish' | 'dryRun'>,
  { targets }: Pick<ImportReport, 'targets'>,
): Promise<ImportFinding[]> => {
  const findings: ImportFinding[] = [];
  for (const [index, { town }] of targets.entries()) {
    const file = document.municipalities[index];
    const events = await store.readStream(streamName('municipality', town.id));
    const history = events as unknown as readonly Past[];
    const wanted = dryRun && (publish || file?.published === true);
    if (!wanted && !isPublished(history)) continue;
    const brings = (issue: Issue) =>
      dryRun && issue.path === 'observers' && file?.observers !== undefined;
    const open = (await gaps.of(town.id, history)).filter((issue) => !brings(issue));
    findings.push(...open.map((issue) => missing(issue, town.name)));
  }
  return findings;
};

const missing = ({ code, params }: Issue, name: string): ImportFinding => ({
  where: name,
  code: code as ImportFinding['code'],
  params: { town: String(params['town']) },
  words: { de: wordsOf('de', code, params), en: wordsOf('en', code, params) },
});

const wordsOf = (lang: Lang, code: string, params: Issue['params']): string =>
  messageFor(lang, 'import.publicTooEarly', {
    missing: messageFor(lang, `problem.${code}`, params) ?? code,
  }) ?? code;
