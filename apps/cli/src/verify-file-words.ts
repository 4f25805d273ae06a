import type { ExportFinding, ExportReport, ProofReport } from '@klimaspur/audit';
import { messageFor, type Translate } from '@klimaspur/messages';

/** What was found in a file, in sentences, a line each. */
export const sayingFile = (report: ExportReport | ProofReport, t: Translate): string[] =>
  report.kind === 'proof' ? sayingProof(report, t) : sayingExport(report, t);

const sayingProof = (report: ProofReport, t: Translate): string[] => {
  if (!report.ok) {
    const lines = [t('verify.failed', { finding: sayingFault(report.fault, t) })];
    return report.detail ? [...lines, `  ${t('verify.detail', { detail: report.detail })}`] : lines;
  }
  const { index, size, root, key, event, isKeyUnknown } = report;
  return [
    t('verify.proof.ok', { number: String(index + 1) }),
    ...(event
      ? [`  ${event.type}, ${event.stream}, ${event.id}`]
      : [`  ${t('verify.proof.leafOnly')}`]),
    `  ${t('verify.signed', { size, root, when: '' })}`,
    `  ${t('verify.signedBy', { key })}`,
    t('verify.proof.means'),
    ...(isKeyUnknown ? [t('verify.fileKey')] : []),
  ];
};

const sayingExport = (report: ExportReport, t: Translate): string[] => {
  const { entries, complete, partly, size, root, key, findings } = report;
  const [first, ...others] = findings;
  if (first) {
    const lines = [t('verify.failed', { finding: sayingFinding(first, t) })];
    return others.length > 0
      ? [...lines, `  ${t('verify.more', { count: others.length })}`]
      : lines;
  }
  return [
    t(complete ? 'verify.export.whole' : 'verify.export.part', { count: entries }),
    `  ${t('verify.signed', { size: size ?? 0, root: root ?? '', when: '' })}`,
    `  ${t('verify.signedBy', { key: key ?? '' })}`,
    ...(partly > 0 ? [`  ${t('verify.export.partly', { count: partly })}`] : []),
    t('verify.proof.means'),
  ];
};

const sayingFinding = ({ fault, line, stream, id }: ExportFinding, t: Translate): string => {
  const words = sayingFault(fault, t);
  if (line === undefined) return words;
  return id === undefined || stream === undefined
    ? `${t('verify.export.line', { line: String(line) })} ${words}`
    : `${t('verify.export.entry', { line: String(line), stream, id })} ${words}`;
};

const sayingFault = (fault: string, t: Translate): string =>
  messageFor(t.lang, `proof.fault.${fault}`) ?? fault;
