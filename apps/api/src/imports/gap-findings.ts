import { isPublished, type Issue, type Past } from '@klimaspur/domain';
import { type EventStore, streamName } from '@klimaspur/event-store';
import { type Lang, messageFor } from '@klimaspur/messages';
import type { PublishGaps } from '../commands/publish-gaps.js';
import type { ImportFinding } from './import-findings.js';
import type { ImportOrder, ImportReport } from './run-import.js';

/**
 * What kept towns of the file from being published, or is missing for one that is public already, in the words with
 * which a page would have refused.
 */
export const gapFindings = async (
  store: EventStore,
  gaps: PublishGaps,
  { document, publish, dryRun }: Pick<ImportOrder, 'document' | 'publish' | 'dryRun'>,
  { targets, done }: Pick<ImportReport, 'targets' | 'done'>,
): Promise<ImportFinding[]> => {
  const findings: ImportFinding[] = [];
  for (const { at, town } of targets) {
    const file = document.municipalities[at];
    const events = await store.readStream(streamName('municipality', town.id));
    const history = events as unknown as readonly Past[];
    const isPublic = isPublished(history);
    const wanted = publish || file?.published === true;
    if (!wanted && !isPublic) continue;
    const outcome = isPublic ? 'import.publicTooEarly' : 'import.townKept';
    const brings = (issue: Issue) =>
      dryRun && issue.path === 'observers' && file?.observers !== undefined;
    const open = (await gaps.of(town.id, history)).filter((issue) => !brings(issue));
    // One that is not here yet has no pages.
    const params: Readonly<Record<string, string>> = town.isNew && !done ? {} : { town: town.id };
    findings.push(
      ...open.map((issue, n) => ({
        ...missing(issue, town.name, n > 0 ? null : outcome),
        params,
      })),
    );
  }
  return findings;
};

/** The first says what came of it, too. */
type Outcome = 'import.publicTooEarly' | 'import.townKept' | null;

const missing = (
  { code, params }: Issue,
  name: string,
  outcome: Outcome,
): Omit<ImportFinding, 'params'> => {
  const wordsIn = (lang: Lang): string => {
    const words = messageFor(lang, `problem.${code}`, params) ?? code;
    return (outcome && messageFor(lang, outcome, { missing: words })) ?? words;
  };
  return {
    where: name,
    code: code as ImportFinding['code'],
    words: { de: wordsIn('de'), en: wordsIn('en') },
  };
};
