import { streamName } from '@klimaspur/event-store';
import { messages } from '@klimaspur/messages';
import type { ChangeItem } from '@klimaspur/read-models';
import { TestLog, uuid } from '@klimaspur/read-models/testing';
import type { Reading } from '../../reading/reader.js';
import { descriptionChanges } from './description-changes.js';

const MOVES = 2_100;
const plan = uuid(1);
const field = uuid(2);
const stream = streamName('plan', plan);
const names = { organName: () => '', actorName: () => '', fieldName: () => '', t: messages('de') };

describe('a plan of thousands of entries', () => {
  it('tells from what to what each of them changed it, the last as well as the first', async () => {
    const log = await TestLog.open();
    const described = (title: string) => ({
      ...{ stream, type: 'PlanDescribed', data: { kind: 'HEAT', text: { title } } },
    });
    await log.tell(described('Plan A'));
    const [first] = await log.tell(described('Plan B'));
    await log.tell(
      ...Array.from({ length: MOVES }, (_, rank) => ({
        ...{ stream, type: 'PlanFieldMoved', data: { field, rank } },
      })),
    );
    const [last] = await log.tell(described('Plan C'));
    const reading = { world: { store: log.store }, view: {} } as unknown as Reading;
    const told = [first, last].map((entry) => ({ entry, type: 'PlanDescribed', stream }));
    const changes = await descriptionChanges(reading, told as unknown as ChangeItem[], names);
    await log.close();
    expect([first, last].map((entry) => changes.get(entry!)?.changes)).toEqual([
      [{ label: 'Titel des Plans', from: 'Plan A', to: 'Plan B' }],
      [{ label: 'Titel des Plans', from: 'Plan B', to: 'Plan C' }],
    ]);
  });
});
