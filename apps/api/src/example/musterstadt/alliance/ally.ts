import type { ActorKind, EventData } from '@klimaspur/domain';
import type { ExampleStep, StoryStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { musterstadtId } from '../sheet.js';
import { clockFrom } from '../tables/table.js';

interface AllyTold {
  readonly kind: ActorKind;
  readonly name: string;
  readonly organ?: string;
  /** End of its address. */
  readonly slug?: string;
  readonly contact?: string;
  readonly description: string;
  /** False: it has not agreed to be named. */
  readonly named?: false;
  /** Since when it belongs to the alliance, and how that came about. */
  readonly joined?: readonly [on: string, note: string];
  readonly offers?: readonly (readonly [EventData<'ActorOfferMade'>['contribution'], string])[];
}

/** An organisation as it was taken into the books; `time` tells it from the others of that day. */
export const ally = (day: string, time: string, alias: string, it: AllyTold) => {
  const tick = clockFrom(`${day}T${time}.000Z`);
  const organ = it.organ ? { organ: `@organ:${it.organ}` } : {};
  const entry = () => ({ at: tick(), on: day, by: 'lead' }) as const;
  const { name, slug, contact, description } = it;
  const website = slug ? { website: `https://example.org/${slug}` } : {};
  const steps: StoryStep[] = [
    {
      ...entry(),
      command: 'register-actor',
      data: { municipality: musterstadtId, kind: it.kind, ...organ, text: { name } },
    },
    {
      ...entry(),
      command: 'describe-actor',
      data: {
        kind: it.kind,
        ...organ,
        text: { name, ...website, ...(contact ? { contact } : {}), description },
      },
    },
  ];
  if (it.named !== false) steps.push({ ...entry(), command: 'publish-actor', data: {} });
  if (it.joined) {
    const [on, note] = it.joined;
    const at = on > day ? `${on}T20${time.slice(2)}.000Z` : tick();
    steps.push({ at, on, by: 'lead', command: 'join-alliance', data: { text: { note } } });
  }
  it.offers?.forEach(([contribution, what], index) =>
    steps.push({
      ...entry(),
      command: 'make-offer',
      name: `offer-${alias}-${index + 1}`,
      data: { contribution, text: { what } },
    }),
  );
  return story(`actor:${alias}`, steps);
};

export type Allies = readonly ExampleStep[];
