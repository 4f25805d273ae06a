import type { EntryPlace, Finding, FolderReport } from '@klimaspur/audit';
import { messageFor, type Translate } from '@klimaspur/messages';

/** A report in sentences, a line each; `ownKey`: nobody named a key from elsewhere. */
export const sayingFolder = (report: FolderReport, ownKey: boolean, t: Translate): string[] =>
  report.ok ? sayingGood(report, ownKey, t) : sayingBad(report.findings, t);

const sayingGood = (report: FolderReport, ownKey: boolean, t: Translate): string[] => {
  const { events, newest, unsealed, redacted, key } = report;
  const lines = [t('verify.ok', { events })];
  if (redacted > 0) lines.push(`  ${t('verify.redacted', { count: redacted })}`);
  if (!newest) return events === 0 ? lines : [...lines, `  ${t('verify.neverSigned')}`];
  const { size, root, signedAt } = newest;
  const when = signedAt === null ? '' : t('verify.signedAt', { instant: signedAt });
  lines.push(`  ${t('verify.signed', { size, root, when })}`);
  if (key) lines.push(`  ${t('verify.signedBy', { key })}`);
  if (unsealed > 0) lines.push(`  ${t('verify.unsealed', { count: unsealed })}`);
  lines.push(t('verify.means'));
  if (ownKey) lines.push(t('verify.ownKey'));
  return lines;
};

const sayingBad = ([first, ...others]: readonly Finding[], t: Translate): string[] => {
  if (!first) return [];
  const lines = [t('verify.failed', { finding: sayingFinding(first, t) })];
  if (first.detail) lines.push(`  ${t('verify.detail', { detail: first.detail })}`);
  if (others.length > 0) lines.push(`  ${t('verify.more', { count: others.length })}`);
  return lines;
};

const sayingFinding = ({ code, at, to, size = 0 }: Finding, t: Translate): string => {
  const place = at ? sayingPlace(at, t) : '';
  const args = { place, to: to ? sayingPlace(to, t) : place, size };
  return messageFor(t.lang, `verify.finding.${code}`, args) ?? code;
};

const sayingPlace = ({ index, position, stream, revision, id }: EntryPlace, t: Translate) => {
  const number = String(index + 1);
  return stream === null || revision === null
    ? t('verify.placeGone', { number, id: id ?? '?' })
    : t('verify.place', {
        number,
        position: String(Number(position)),
        stream,
        revision: String(revision),
        id: id ?? '?',
      });
};
