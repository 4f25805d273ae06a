import { eventsJsonLines, measuresJson, measuresJsonParts } from './json.js';
import { measureColumns } from './table.js';
import { bareRow, fullRow } from './testing/rows.js';

describe('measures as JSON', () => {
  it('keeps every value as it is, by the keys of the columns', () => {
    const [full, bare] = JSON.parse(measuresJson([fullRow, bareRow])) as object[];
    expect(full).toEqual(fullRow);
    expect(Object.keys(full ?? {})).toEqual(measureColumns.map(({ key }) => key));
    expect(bare).toEqual(bareRow);
  });

  it('is the same text however many parts it came in', () => {
    for (const count of [0, 1, 200, 201, 450]) {
      const rows = Array.from({ length: count }, (_, at) => ({ ...bareRow, id: `${at}` }));
      const parts = [...measuresJsonParts(rows)];
      expect(parts.length).toBe(Math.ceil(count / 200) + 1);
      expect(parts.join('')).toBe(`${JSON.stringify(JSON.parse(measuresJson(rows)), null, 2)}\n`);
      expect((JSON.parse(parts.join('')) as unknown[]).length).toBe(count);
    }
  });
});

describe('events as JSON Lines', () => {
  const event = {
    stream: 'measure-1',
    revision: 0,
    id: 'e',
    type: 'MeasureRecorded',
    data: { text: { title: 'Zeile 1\nZeile 2 – „Süd“' }, idea: true },
    metadata: { occurredOn: null },
    position: '7',
  };

  it('are one line each, canonical, without the place in one store', async () => {
    const lines: string[] = [];
    for await (const line of eventsJsonLines([event, { ...event, revision: 1 }])) lines.push(line);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      '{"data":{"idea":true,"text":{"title":"Zeile 1\\nZeile 2 – „Süd“"}},"id":"e",' +
        '"metadata":{"occurredOn":null},"revision":0,"stream":"measure-1","type":"MeasureRecorded"}\n',
    );
  });

  it('are read one after another, as they come', async () => {
    let given = 0;
    async function* source() {
      for (let revision = 0; revision < 3; revision += 1) {
        given += 1;
        yield { ...event, revision };
      }
    }
    const lines = eventsJsonLines(source());
    await lines.next();
    expect(given).toBe(1);
    await lines.return(undefined);
  });
});
