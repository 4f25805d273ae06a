import type { Proven, Refuted } from './judge-proof.js';
import { isCommitment } from './leaf.js';

/** What a judgement says to people, the same on the server and in the browser. */
export interface ToldProof {
  readonly ok: boolean;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly facts: readonly (readonly [term: string, value: string])[];
}

/** The words for it, in one language, by short names: they come with the page. */
export type ProofWords = Readonly<Record<string, string>>;

export const tellProof = (judged: Proven | Refuted, words: ProofWords): ToldProof => {
  const say = (name: string): string => words[name] ?? name;
  if (!judged.ok) {
    const { fault } = judged;
    return { ok: false, title: say('failed'), sentences: [say(`fault.${fault}`)], facts: [] };
  }
  const sentences = [
    ...(judged.event ? [] : [say('leafOnly')]),
    say('means'),
    say('meansNot'),
    ...(judged.isKeyUnknown ? [say('keyUnknown')] : []),
  ];
  return { ok: true, title: say('ok'), sentences, facts: factsOf(judged, words) };
};

const factsOf = ({ event, index, size, root, key }: Proven, words: ProofWords) => {
  const say = (name: string): string => words[name] ?? name;
  const signed: [string, string][] = [
    [say('number'), `${index + 1} / ${size}`],
    [say('root'), root],
    [say('key'), key],
  ];
  if (!event) return signed;
  const { type, stream, id, data, metadata } = event;
  const { text, ...terms } = data;
  const told: [string, string][] = [
    [say('type'), words[`type.${type}`] ?? type],
    [say('occurredOn'), dayOf(metadata['occurredOn'], words)],
    [say('recordedAt'), instantOf(metadata['recordedAt'], words)],
    [say('text'), isCommitment(text) ? say('removed') : linesOf(text) || '–'],
    [say('terms'), linesOf(terms) || '–'],
    [say('stream'), stream],
    [say('id'), id],
  ];
  return [...told, ...signed];
};

const dayOf = (day: unknown, words: ProofWords): string => {
  if (typeof day !== 'string') return words['unknown'] ?? '–';
  return words['lang'] === 'de' ? day.split('-').reverse().join('.') : day;
};

const instantOf = (instant: unknown, words: ProofWords): string => {
  const date = new Date(String(instant));
  if (Number.isNaN(date.getTime())) return String(instant);
  return new Intl.DateTimeFormat(words['lang'], {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Berlin',
  }).format(date);
};

/** Every value with the names that lead to it, a line each: nothing of what is proven is left out. */
const linesOf = (value: unknown): string => pairsOf(value, '').join('\n');

const pairsOf = (value: unknown, name: string): string[] => {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      pairsOf(inner, name === '' ? key : `${name}.${key}`),
    );
  }
  return value === undefined ? [] : [`${name}: ${String(value)}`];
};
