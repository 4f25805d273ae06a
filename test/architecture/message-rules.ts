import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '@klimaspur/messages';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { compile } from '../../libs/messages/compile.mjs';
import { type Asked, askedIn, usedBy } from './message-keys.js';
import { refusedWord, type WordRule, wordPairs, wordRules } from './word-rules.js';

/** A rule about the words of the user interface. */
interface MessageRule {
  readonly name: string;
  /** What breaks it in a house. */
  breaches(house: string): string[] | Promise<string[]>;
  /** What must be found in the broken house. */
  readonly brokenBy: string[];
}

type Texts = Readonly<Record<string, string>>;

const languages: readonly Lang[] = ['de', 'en'];
const fileOf = (lang: Lang) => `libs/messages/${lang}.json`;
const sourceOf = (house: string, lang: Lang) => readFileSync(join(house, fileOf(lang)), 'utf8');
const textsIn = (house: string, lang: Lang) => JSON.parse(sourceOf(house, lang)) as Texts;

const bothIn = (house: string): Readonly<Record<Lang, Texts>> => ({
  de: textsIn(house, 'de'),
  en: textsIn(house, 'en'),
});

/** In the order of the file, each as often as it stands there: a later one silently replaces the first. */
const keysIn = (source: string): string[] => {
  const file = ts.parseJsonText('messages.json', source);
  const [root] = file.statements;
  return root && ts.isObjectLiteralExpression(root.expression)
    ? root.expression.properties.map(({ name }) => (name as ts.StringLiteral).text)
    : [];
};

/** What people read of a text, without the names of its arguments. */
const readIn = (text: string): string => parse(text, { ignoreTag: true }).map(literalsOf).join(' ');

const literalsOf = (element: MessageFormatElement): string => {
  if (element.type === TYPE.literal) return element.value;
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return '';
  return Object.values(element.options)
    .flatMap(({ value }) => value.map(literalsOf))
    .join(' ');
};

/** A text with a sentence in it that has ended, so that it is no label. */
const holdsASentence = /[\p{Ll}\d)“”]{2}\.[“”]? +[\p{Lu}„“]/u;
/** What these keys say are sentences, however short. */
const saysSentences = /(^|\.)(hint|intro)$|^problem\.(?!title\.|today$)|\.problem\./;
const endsASentence = /[.!?:…][“”‘’)]*$/;

/** Whether a text ends as a sentence does; where another text is put in at its end, that one decides. */
const ends = (elements: readonly MessageFormatElement[]): boolean => {
  const last = elements.at(-1);
  if (last?.type === TYPE.literal) return endsASentence.test(last.value.trimEnd());
  if (last?.type !== TYPE.plural && last?.type !== TYPE.select) return true;
  return Object.values(last.options).every(({ value }) => value.length === 0 || ends(value));
};

const unended = (house: string, lang: Lang): string[] =>
  Object.entries(textsIn(house, lang)).flatMap(([key, text]) => {
    const isSentence = saysSentences.test(key) || holdsASentence.test(readIn(text));
    return isSentence && !ends(parse(text, { ignoreTag: true })) ? [`${lang} ${key}`] : [];
  });

const nestedQuotes: Readonly<Record<Lang, RegExp>> = { de: /„[^“]*„/, en: /“[^”]*“/ };

const asked = new Map<string, Asked>();
const askedOf = (house: string): Asked => {
  const known = asked.get(house) ?? askedIn(house);
  asked.set(house, known);
  return known;
};

const inMessages = (rule: WordRule) => (house: string) =>
  Object.entries(textsIn(house, rule.lang)).flatMap(([key, text]) => {
    const word = rule.rightIn?.test(key) ? undefined : refusedWord(readIn(text), rule);
    return word === undefined ? [] : [`${rule.lang} ${key}: ${word}`];
  });

/** Sources in which somebody speaks, or words are recognised that others use. */
const FOREIGN_WORDS = /^libs\/importers\//;

const inSources = (rule: WordRule) => (house: string) =>
  rule.everywhere
    ? askedOf(house).texts.flatMap(({ text, file }) => {
        const word = FOREIGN_WORDS.test(file) ? undefined : refusedWord(text, rule);
        return word === undefined ? [] : [`${file}: ${word}`];
      })
    : [];

export const messageRules: readonly MessageRule[] = [
  {
    name: 'every text is there in both languages, with the same arguments',
    breaches: async (house) => {
      try {
        await compile(bothIn(house));
        return [];
      } catch (error) {
        return (error as Error).message.split('\n').toSorted();
      }
    },
    brokenBy: [
      'only.english: missing in de',
      'only.german: missing in en',
      'other.arguments: de takes (args: { count: number }), en takes (args: { name: string })',
    ],
  },
  {
    name: 'no key stands twice in a file',
    breaches: (house) =>
      languages.flatMap((lang) => {
        const keys = keysIn(sourceOf(house, lang));
        const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
        return twice.map((key) => `${fileOf(lang)}: ${key}`);
      }),
    brokenBy: ['libs/messages/de.json: written.twice'],
  },
  {
    name: 'what is asked for is there',
    breaches: (house) => {
      const keys = new Set(Object.keys(textsIn(house, 'de')));
      const missing = askedOf(house).called.filter(({ key }) => !keys.has(key));
      return missing.map(({ key, file }) => `${file}: ${key}`);
    },
    brokenBy: ['apps/api/src/says-messages.ts: nobody.wrote.it'],
  },
  {
    name: 'what is there can be asked for',
    breaches: (house) => {
      const isUsed = usedBy(askedOf(house));
      return Object.keys(textsIn(house, 'de')).filter((key) => !isUsed(key));
    },
    brokenBy: ['composed.unknown-code', 'never.used'],
  },
  {
    name: 'a sentence ends with a full stop or the like',
    breaches: (house) => languages.flatMap((lang) => unended(house, lang)),
    brokenBy: ['de sentence.hint', 'de sentence.two', 'en sentence.hint', 'en sentence.two'],
  },
  {
    name: 'quotation marks within others are single ones',
    breaches: (house) =>
      languages.flatMap((lang) =>
        Object.entries(textsIn(house, lang)).flatMap(([key, text]) =>
          nestedQuotes[lang].test(readIn(text)) ? [`${lang} ${key}`] : [],
        ),
      ),
    brokenBy: ['de quotes.nested', 'en quotes.nested'],
  },
  ...wordPairs.map(({ name, de, en, both, broken }): MessageRule => ({
    name: `${name} in both languages`,
    breaches: (house) => {
      const { de: german, en: english } = bothIn(house);
      return Object.entries(german)
        .filter(([key]) => key in english)
        .filter(([key, text]) => {
          const [said, answered] = [de.test(text), en.test(english[key]!)];
          return both ? said !== answered : said && !answered;
        })
        .map(([key]) => key);
    },
    brokenBy: [...broken],
  })),
  ...wordRules.map((rule): MessageRule => ({
    name: rule.name,
    breaches: (house) => [...inMessages(rule)(house), ...inSources(rule)(house)],
    brokenBy: [
      `${rule.lang} ${rule.broken[0]}: ${rule.broken[1]}`,
      ...(rule.everywhere ? [`apps/api/src/says-messages.ts: ${rule.broken[1]}`] : []),
    ],
  })),
];
