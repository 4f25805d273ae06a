import { catalogue } from '@klimaspur/domain';
import { messageFor, type Translate } from '@klimaspur/messages';
import type { ProofFault, ProofWords } from '@klimaspur/proofs';

const faults: readonly ProofFault[] = [
  'no-json',
  'no-proof',
  'unreadable',
  'other-key',
  'forged',
  'other-log',
  'no-leaf',
  'path-length',
  'not-included',
  'contradicts',
];

/** What a judgement is told in; goes with the page, so that the browser needs nothing else. */
export const proofWords = (t: Translate): ProofWords => ({
  lang: t.lang,
  ok: t('proof.ok'),
  failed: t('proof.failed'),
  leafOnly: t('verify.proof.leafOnly'),
  means: t('proof.means'),
  meansNot: t('proof.meansNot'),
  keyUnknown: t('verify.fileKey'),
  here: t('proof.here'),
  type: t('proof.fact.type'),
  occurredOn: t('proof.fact.occurredOn'),
  recordedAt: t('proof.fact.recordedAt'),
  text: t('proof.fact.text'),
  terms: t('proof.fact.terms'),
  stream: t('proof.fact.stream'),
  id: t('proof.fact.id'),
  number: t('proof.fact.number'),
  root: t('proof.fact.root'),
  key: t('proof.fact.key'),
  removed: t('proof.removed'),
  unknown: t('proof.unknownDay'),
  ...Object.fromEntries(faults.map((fault) => [`fault.${fault}`, faultIn(t, fault)])),
  ...Object.fromEntries(Object.keys(catalogue).map((type) => [`type.${type}`, typeIn(t, type)])),
});

const faultIn = (t: Translate, fault: ProofFault): string =>
  messageFor(t.lang, `proof.fault.${fault}`) ?? fault;

/** Some say more of what happened; here the type stands alone. */
const typeIn = ({ lang }: Translate, type: string): string =>
  messageFor(lang, `proof.type.${type}`) ??
  messageFor(lang, `entry.${type}`, { rating: '', result: '' })?.replace(/: *$/, '') ??
  type;
