import { type ComponentChildren, isValidElement } from 'preact';
import type { Evidence } from '../components/evidence-list.js';
import type { Translate } from '@klimaspur/messages';
import type { TimelineEntry } from '../components/timeline-item.js';

export const entryColumns = [
  'what',
  'about',
  'on',
  'latest',
  'recorded',
  'by',
  'from',
  'to',
  'note',
  'standing',
  'changed',
  'facts',
  'evidence',
  'address',
] as const;
type EntryColumn = (typeof entryColumns)[number];

/** Empty where the status did not move. */
const wordOf = (status: TimelineEntry['from'], t: Translate): string =>
  status === undefined ? '' : t(`status.${status ?? 'elsewhere'}`);

/** What stands on a page, without what leads on from it. */
const plainText = (node: ComponentChildren): string => {
  if (Array.isArray(node)) return node.map(plainText).join('');
  if (isValidElement(node)) return plainText(node.props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
};

/** „Niederschrift: Sitzung am 4. Mai, Seite 3, https://…“ */
const evidenceWords = ({ kind, title, page, quote, url, file }: Evidence, t: Translate): string =>
  `${t(`evidence.${kind}`)}: ${[
    title,
    page && t('evidence.page', { page }),
    quote && `„${quote}“`,
    url,
    file && `SHA-256 ${file.sha256}`,
  ]
    .filter(Boolean)
    .join(', ')}`;

const cells: Readonly<Record<EntryColumn, (entry: TimelineEntry, t: Translate) => string>> = {
  what: ({ title }) => title,
  about: ({ about }) => about ?? '',
  on: ({ occurredOn }) => occurredOn ?? '',
  latest: ({ dayIsLatest }, t) => (dayIsLatest ? t('answer.yes') : ''),
  recorded: ({ recordedAt }) => recordedAt,
  by: ({ actor }) => actor,
  from: ({ from }, t) => wordOf(from, t),
  to: ({ to }, t) => wordOf(to, t),
  note: ({ note }) => note ?? '',
  standing: ({ standing }, t) => t(`standing.${standing ?? 'valid'}`),
  changed: ({ changes }) => changes?.changes.map(({ label }) => label).join(', ') ?? '',
  facts: ({ facts = [] }) =>
    facts.map(({ term, value }) => `${plainText(term)}: ${plainText(value)}`).join('; '),
  evidence: ({ evidence = [] }, t) => evidence.map((one) => evidenceWords(one, t)).join('; '),
  address: ({ href }) => href ?? '',
};

/** An entry of a history as a row of a file: its id, then these columns, as pages show them. */
export const entryCells = (
  entry: TimelineEntry,
  columns: readonly EntryColumn[],
  t: Translate,
): string[] => [entry.id.slice('e-'.length), ...columns.map((name) => cells[name](entry, t))];
