import { messages } from '@klimaspur/messages';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CheckboxGroup } from './choices.js';
import { ErrorSummary } from './error-summary.js';
import { EventTimeline } from './event-timeline.js';
import { EvidenceList } from './evidence-list.js';
import { Pagination } from './pagination.js';
import { TextField } from './text-fields.js';
import type { TimelineEntry } from './timeline-item.js';

const t = messages('de');
const words = (node: VNode) =>
  renderToString(node)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const entry = (id: number, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: `e-${id}`,
  href: `/verlauf#e-${id}`,
  title: 'Begonnen',
  occurredOn: '2024-05-13',
  effectiveOn: '2024-05-13',
  recordedAt: '2024-05-14T09:00:00Z',
  actor: 'Lokalteam',
  ...more,
});

describe('a timeline', () => {
  it('counts down over the years', () => {
    const html = renderToString(
      <EventTimeline
        t={t}
        entries={[entry(3), entry(2), entry(1, { effectiveOn: '2023-12-31' })]}
      />,
    );
    expect([...html.matchAll(/<ol reversed start="(\d)">/g)].map(([, start]) => start)).toEqual([
      '3',
      '1',
    ]);
    expect(html).toMatch(/<h2[^>]*>2024<.*<h2[^>]*>2023</);
  });

  it('tells both times, who, and that evidence is missing', () => {
    const said = words(<EventTimeline t={t} entries={[entry(1, { evidence: [] })]} />);
    expect(said).toContain('geschehen am 13. Mai 2024');
    expect(said).toContain('eingetragen am 14. Mai 2024 um 11:00 von Lokalteam');
    expect(said).toContain('ohne Beleg');
  });

  it('says a day as exactly as it is known', () => {
    const said = (occurredOn: string | null) =>
      words(<EventTimeline t={t} entries={[entry(1, { occurredOn })]} />);
    expect(said('2024-05')).toContain('geschehen im Mai 2024');
    expect(said('2024')).toContain('geschehen 2024');
    expect(said(null)).toContain('Tag unbekannt');
  });

  it('says in words what a status became', () => {
    const moved = entry(1, { from: 'planned', to: 'in-progress' });
    expect(words(<EventTimeline t={t} entries={[moved]} />)).toContain(
      'geplant wird zu → in Umsetzung',
    );
  });

  it('links a correction and what it corrects, both ways', () => {
    const html = renderToString(
      <EventTimeline
        t={t}
        entries={[
          entry(2, { replaces: { href: '#e-1', day: '2024-05-13', by: 'correction' } }),
          entry(1, { standing: 'corrected', replacedBy: { href: '#e-2', day: '2024-05-20' } }),
        ]}
      />,
    );
    expect(html).toContain('<a href="#e-1">Berichtigt den Eintrag vom 13. Mai 2024</a>');
    expect(html).toContain('<a href="#e-2">Zur Berichtigung vom 20. Mai 2024</a>');
  });
});

describe('evidence', () => {
  it('has a name of its own, and the place to which a link leads', () => {
    const url = 'https://ris.example/vo?id=1';
    expect(words(<EvidenceList t={t} evidence={[{ kind: 'paper', title: 'DS 74', url }]} />)).toBe(
      'Drucksache DS 74 (öffnet ris.example)',
    );
    expect(words(<EvidenceList t={t} evidence={[{ kind: 'press', url, page: '3' }]} />)).toBe(
      'Presse ris.example , Seite 3',
    );
  });

  it('never becomes a link to something that is no address', () => {
    const html = renderToString(
      <EvidenceList t={t} evidence={[{ kind: 'other', title: 'Akte', url: 'not an address' }]} />,
    );
    expect(html).not.toContain('href');
  });
});

describe('a form that came back', () => {
  it('leads from each problem to its field, which names it too', () => {
    const text = 'Geben Sie einen Titel an.';
    const title = (
      <TextField t={t} name="title" label="Titel" hint="Kurz." error={text} value="x" />
    );
    const errors = [{ name: 'title', text }];
    const field = renderToString(title);
    const summary = renderToString(<ErrorSummary t={t} errors={errors} of={title} />);
    expect(summary).toContain(`Titel: ${text}`);
    expect(summary).toContain('href="#field-title"');
    expect(field).toContain('id="field-title"');
    expect(field).toContain('aria-describedby="field-title-hint field-title-error"');
    expect(field).toContain('value="x"');
  });

  it('leads to the first of several choices', () => {
    const html = renderToString(
      <CheckboxGroup
        t={t}
        name="status"
        label="Stand"
        chosen={['b']}
        choices={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />,
    );
    expect(html).toMatch(/id="field-status" name="status" value="a"\/?>/);
    expect(html).toMatch(/id="field-status-b" name="status" value="b" checked/);
  });
});

describe('pages of a list', () => {
  it('name the ends, the neighbours, and the present page', () => {
    const said = words(<Pagination t={t} page={5} pages={9} href={(page) => `?seite=${page}`} />);
    expect(said).toBe('Vorherige Seite 1 … 4 5 6 … 9 Nächste Seite');
  });

  it('are not offered where there is one', () => {
    expect(renderToString(<Pagination t={t} page={1} pages={1} href={String} />)).toBe('');
  });
});
