import type { EventData } from '@klimaspur/domain';
import { folded } from '../clean-text.js';

type Described = EventData<'MeasureDescribed'>;
type Words<T> = readonly (readonly [RegExp, T])[];

const wordIn =
  <T>(words: Words<T>) =>
  (said: string): T | undefined => {
    const word = folded(said)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    return words.find(([pattern]) => pattern.test(word))?.[1];
  };

/** Several words in a cell; undefined as soon as one of them is unknown. */
const wordsIn =
  <T>(words: Words<T>) =>
  (said: string): T[] | undefined => {
    const found = said
      .split(/[,;\n/]|\bund\b|\band\b/)
      .filter((part) => part.trim() !== '')
      .map(wordIn(words));
    return found.every((word) => word !== undefined) ? [...new Set(found)] : undefined;
  };

/** Of the plan in which a measure stands. */
export const planKindIn = wordIn<EventData<'PlanDrafted'>['kind']>([
  [/^(?:klimaschutz|climate protection)/, 'CLIMATE_PROTECTION'],
  [/^(?:klimaanpassung|climate adaptation)/, 'ADAPTATION'],
  [/^(?:warme|waerme|heat)/, 'HEAT'],
  [/^(?:ander|another|other)/, 'OTHER'],
]);

export const horizonIn = wordIn<NonNullable<Described['horizon']>>([
  [/^(?:kurz|short|sofort)/, 'SHORT'],
  [/^(?:mittel|medium)/, 'MEDIUM'],
  [/^(?:lang|long)/, 'LONG'],
]);

export const durationIn = wordIn<NonNullable<Described['duration']>>([
  [/^(?:projekt|project|befristet|einmalig)/, 'PROJECT'],
  [/^(?:dauer|permanent|laufend|fortlaufend|unbefristet|kontinuierlich)/, 'PERMANENT'],
]);

export const priorityIn = wordIn<NonNullable<Described['priority']>>([
  [/^(?:[\da-e] )?(?:sehr )?(?:hoch|hohe|high|wichtig|a$|1$|prio 1)/, 'HIGH'],
  [/^(?:[\da-e] )?(?:mittel|mittlere|medium|b$|2$|prio 2)/, 'MEDIUM'],
  [/^(?:[\da-e] )?(?:sehr )?(?:niedrig|gering|low|tief|c$|3$|prio 3)/, 'LOW'],
]);

export const influencesIn = wordsIn<NonNullable<Described['influence']>[number]>([
  [/^(?:verbrauch|consum)/, 'CONSUMES'],
  [/^(?:versorg|suppl|anbiet)/, 'SUPPLIES'],
  [/^(?:regul|regel)/, 'REGULATES'],
  [/^(?:berat|advis|information)/, 'ADVISES'],
]);

export const climateEffectIn = wordIn<NonNullable<Described['climateEffect']>>([
  [/^(?:positiv|ja$|yes$)/, 'POSITIVE'],
  [/^negativ/, 'NEGATIVE'],
  [/^(?:kein|none|no |neutral|nein$)/, 'NONE'],
  [/^(?:unklar|unbekannt|unknown|nicht bekannt)/, 'UNKNOWN'],
]);

export const qualityIn = wordIn<NonNullable<NonNullable<Described['savings']>['quality']>>([
  [/^a\b/, 'A'],
  [/^b\b/, 'B'],
  [/^c\b/, 'C'],
  [/^d\b/, 'D'],
]);

export const quantitiesIn = wordsIn<NonNullable<Described['notQuantified']>[number]>([
  [/^(?:treibhaus|thg|co2|greenhouse)/, 'GREENHOUSE_GAS'],
  [/^energ/, 'ENERGY'],
  [/^(?:kosten|cost)/, 'COST'],
]);

export const gradeIn = (said: string): number | undefined =>
  /^[1-5]$/.test(said.trim()) ? Number(said) : undefined;

type Step = NonNullable<NonNullable<Described['text']>['steps']>[number];
type Funding = NonNullable<NonNullable<Described['text']>['funding']>[number];

export const stepStateIn = wordIn<NonNullable<Step['state']>>([
  [/^(?:offen|open|geplant)/, 'OPEN'],
  [/^(?:laeuft|running|in arbeit)/, 'RUNNING'],
  [/^(?:erledigt|done)/, 'DONE'],
  [/^(?:entfall|dropped)/, 'DROPPED'],
]);

export const fundingStateIn = wordIn<NonNullable<Funding['state']>>([
  [/^(?:offen|open)/, 'OPEN'],
  [/^(?:beantragt|applied)/, 'APPLIED'],
  [/^(?:bewilligt|granted)/, 'GRANTED'],
  [/^(?:abgelehnt|refused)/, 'REFUSED'],
]);
