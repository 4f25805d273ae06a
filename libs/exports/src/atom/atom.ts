import type { Language } from '../language.js';

/** One entry of a feed; `content` is what somebody typed, in German whatever the feed speaks. */
export interface AtomEntry {
  /** UUID of the event. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly recordedAt: string;
  /** In whose role it was recorded. */
  readonly author: string;
  readonly summary: string;
  readonly content?: string;
  /** A code for programs. */
  readonly category: string;
}

export interface AtomFeed {
  readonly lang: Language;
  /** An address that stays, whichever page or moment of the feed is read. */
  readonly id: string;
  readonly title: string;
  /** Of the newest entry, or where there is none, of the question. */
  readonly updated: string;
  readonly author: string;
  readonly links: {
    readonly self: string;
    /** The page for people. */
    readonly alternate: string;
    /** The feed of its newest entries. */
    readonly first: string;
    /** Older ones (RFC 5005). */
    readonly next?: string;
  };
  readonly entries: readonly AtomEntry[];
}

export const atomType = 'application/atom+xml';
const namespace = 'http://www.w3.org/2005/Atom';

/** A page of a feed as RFC 4287 wants it. */
export const atomOf = (feed: AtomFeed): string => {
  const { self, alternate, first, next } = feed.links;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed${attributes({ xmlns: namespace, 'xml:lang': feed.lang })}>`,
    element('id', {}, feed.id),
    element('title', {}, feed.title),
    element('updated', {}, feed.updated),
    author(feed.author),
    link('self', self, atomType),
    link('alternate', alternate, 'text/html'),
    link('first', first, atomType),
    ...(next === undefined ? [] : [link('next', next, atomType)]),
    ...feed.entries.map(entryOf),
    '</feed>\n',
  ].join('\n');
};

const entryOf = (entry: AtomEntry): string =>
  [
    '<entry>',
    element('id', {}, `urn:uuid:${entry.id}`),
    element('title', {}, entry.title),
    link('alternate', entry.href, 'text/html'),
    element('published', {}, entry.recordedAt),
    element('updated', {}, entry.recordedAt),
    author(entry.author),
    `<category${attributes({ term: entry.category })}/>`,
    element('summary', {}, entry.summary),
    ...(entry.content === undefined
      ? []
      : [element('content', { 'xml:lang': 'de' }, entry.content)]),
    '</entry>',
  ].join('\n');

const author = (name: string): string => `<author>${element('name', {}, name)}</author>`;

const link = (rel: string, href: string, type: string): string =>
  `<link${attributes({ rel, type, href })}/>`;

type Attributes = Readonly<Record<string, string>>;

const element = (name: string, given: Attributes, text: string): string =>
  `<${name}${attributes(given)}>${escaped(text)}</${name}>`;

const attributes = (given: Attributes): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

/** What XML 1.0 cannot hold, not even as a reference (2.2): control characters, lone surrogates, non-characters. */
const unspeakable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** The one place where text becomes XML. */
const escaped = (text: string): string =>
  text.replaceAll(unspeakable, '').replaceAll(/[&<>"'\r]/g, (found) => references[found] ?? '');
