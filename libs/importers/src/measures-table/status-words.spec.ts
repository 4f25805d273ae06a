import { lightOf, readStatus } from './status-words.js';

describe('a word of a status column', () => {
  it.each([
    ['in Arbeit', 'IN_PROGRESS'],
    ['läuft', 'IN_PROGRESS'],
    ['In Umsetzung', 'IN_PROGRESS'],
    ['teilweise umgesetzt', 'IN_PROGRESS'],
    ['noch nicht abgeschlossen', 'IN_PROGRESS'],
    ['erledigt', 'COMPLETED'],
    ['abgeschlossen (2023)', 'COMPLETED'],
    ['umgesetzt', 'COMPLETED'],
    ['✓', 'COMPLETED'],
    ['noch nicht begonnen', 'PLANNED'],
    ['nicht umgesetzt', 'PLANNED'],
    ['in Planung', 'PLANNED'],
    ['ruht', 'PAUSED'],
    ['zurückgestellt', 'PAUSED'],
    ['verzögert', 'DELAYED'],
    ['Daueraufgabe', 'ONGOING'],
    ['wird nicht weiterverfolgt', 'ABANDONED'],
    ['eingestellt', 'ABANDONED'],
    ['nicht umsetzbar', 'NOT_FEASIBLE'],
  ])('%s is %s', (said, meaning) => {
    expect(readStatus(said)).toMatchObject({ meaning, sure: true });
  });

  it.each([
    ['in Bearbeitung', 'IN_PROGRESS'],
    ['teilweise umgesetzt', 'IN_PROGRESS'],
    ['teilweise', 'IN_PROGRESS'],
    ['wird derzeit umgesetzt', 'IN_PROGRESS'],
    ['beschlossen, in Umsetzung', 'IN_PROGRESS'],
    ['erfüllt', 'COMPLETED'],
    ['nicht erfüllt', 'PLANNED'],
    ['wird fortgeführt', 'IN_PROGRESS'],
    ['under way', 'IN_PROGRESS'],
    ['On track', 'IN_PROGRESS'],
    ['partially implemented', 'IN_PROGRESS'],
    ['nicht begonnen', 'PLANNED'],
    ['not started', 'PLANNED'],
    ['Verworfen', 'ABANDONED'],
    ['cancelled', 'ABANDONED'],
    ['postponed', 'DELAYED'],
    ['on hold', 'PAUSED'],
    ['unbekannt', 'NOTHING'],
    ['k. A.', 'NOTHING'],
    ['-', 'NOTHING'],
  ])('%s is %s too', (said, meaning) => {
    expect(readStatus(said)).toMatchObject({ meaning, sure: true });
  });

  it.each(['toString', 'constructor', '__proto__', 'valueOf'])(
    '%s is a word like any other',
    (said) => {
      expect(readStatus(said)).toBeUndefined();
    },
  );

  it.each(['in Umsetzung, nicht verzögert', 'in Arbeit ohne Verzögerung'])(
    '%s tells no delay',
    (said) => {
      expect(readStatus(said)).toMatchObject({ meaning: 'IN_PROGRESS', delayed: false });
    },
  );

  it.each([
    'verspätet abgeschlossen',
    'verspätet umgesetzt',
    'verzögert umgesetzt',
    'mit Verspätung fertig',
    'mit halbjähriger Verzögerung abgeschlossen',
    'abgeschlossen (verzögert)',
  ])('%s is done, however late', (said) => {
    expect(readStatus(said)).toMatchObject({ meaning: 'COMPLETED', delayed: false, sure: true });
  });

  it.each([
    ['verzögert begonnen', 'IN_PROGRESS'],
    ['verzögert in Umsetzung', 'IN_PROGRESS'],
    ['Umsetzung verzögert', 'DELAYED'],
    ['stark verzögert', 'DELAYED'],
  ])('%s is %s with a delay', (said, meaning) => {
    expect(readStatus(said)).toMatchObject({ meaning, delayed: true, sure: true });
  });

  it.each([
    ['abgeschlossen?', 'COMPLETED'],
    ['in Umsetzung ??', 'IN_PROGRESS'],
    ['geplant (?)', 'PLANNED'],
    ['verzögert ?', 'DELAYED'],
  ])('%s is doubted by whoever wrote it, and is asked about', (said, meaning) => {
    expect(readStatus(said)).toMatchObject({ meaning, sure: false, more: true });
    expect(readStatus(said, { [said]: 'PAUSED' })).toMatchObject({ meaning: 'PAUSED', sure: true });
    expect(readStatus(said.replace(/[ (?)]+$/, ''), { [said]: 'PAUSED' })).toMatchObject({
      meaning,
      sure: true,
    });
  });

  it('„offen“ may be planned, and somebody should look', () => {
    expect(readStatus('offen')).toMatchObject({ meaning: 'PLANNED', sure: false });
  });

  it.each(['gestoppt', 'wurde gestoppt', 'Gestoppt (Haushaltssperre)'])(
    '%s may be for good or for now: it is asked',
    (said) => {
      expect(readStatus(said)).toBeUndefined();
    },
  );

  it.each(['abgelehnt', 'wurde abgelehnt', 'rejected'])('%s is a vote, and no state', (said) => {
    expect(readStatus(said)).toBeUndefined();
  });

  it.each([
    'grün',
    'gelb',
    'rot',
    '🔴',
    '🟢',
    '●',
    '◐',
    '▲',
    '++',
    'x',
    'beschlossen',
    'Idee',
    'Phase 2',
  ])('%s is a matter of the town alone: it is asked, not guessed', (said) =>
    expect(readStatus(said)).toBeUndefined(),
  );

  it.each([
    ['läuft (seit 2023)', 'IN_PROGRESS', '2023'],
    ['läuft seit März 2023', 'IN_PROGRESS', '2023-03'],
    ['umgesetzt 03/2024', 'COMPLETED', '2024-03'],
    ['abgeschlossen am 12.05.2023', 'COMPLETED', '2023-05-12'],
    ['erledigt (2022)', 'COMPLETED', '2022'],
  ])('%s is %s since %s', (said, meaning, since) => {
    expect(readStatus(said)).toMatchObject({ meaning, since, sure: true });
  });

  it('may be a share', () => {
    expect(readStatus('40 v. H.')).toMatchObject({ percent: 40 });
    expect(readStatus('15 Prozent')).toMatchObject({ percent: 15, more: false });
    expect(readStatus('ca. 40 %')).toMatchObject({ percent: 40, more: true });
    expect(readStatus('60 %')).toMatchObject({ meaning: 'IN_PROGRESS', percent: 60, more: false });
    expect(readStatus('zu 60 % umgesetzt')).toMatchObject({ percent: 60, more: false });
    expect(readStatus('0 %')).toMatchObject({ meaning: 'PLANNED' });
    expect(readStatus('100 %')).toMatchObject({
      meaning: 'IN_PROGRESS',
      percent: 100,
      sure: false,
    });
    expect(readStatus('150 %')).toBeUndefined();
  });

  it('may say more', () => {
    expect(readStatus('in Arbeit, verzögert')).toMatchObject({
      meaning: 'IN_PROGRESS',
      delayed: true,
      more: false,
    });
    expect(readStatus('Läuft: Ausschreibung bis Mai')).toMatchObject({
      meaning: 'IN_PROGRESS',
      more: true,
    });
  });

  it('is unknown where nobody knows it, until somebody says what it means', () => {
    expect(readStatus('Phase II')).toBeUndefined();
    expect(
      readStatus('Wir haben im Herbst mit allen Ämtern gesprochen und sind begeistert'),
    ).toBeUndefined();
    expect(readStatus('Phase II', { 'phase ii': 'IN_PROGRESS' })).toMatchObject({
      meaning: 'IN_PROGRESS',
    });
    expect(readStatus('grün', { Grün: 'COMPLETED' })).toMatchObject({
      meaning: 'COMPLETED',
      sure: true,
    });
  });
});

describe('a mapped word', () => {
  it('means what somebody says, and keeps what else the cell says', () => {
    expect(readStatus('hängt', { hängt: 'DELAYED' })).toMatchObject({
      meaning: 'DELAYED',
      delayed: true,
    });
    expect(
      readStatus('in Arbeit, verzögert', { 'in Arbeit, verzögert': 'IN_PROGRESS' }),
    ).toMatchObject({
      delayed: true,
    });
    expect(readStatus('läuft: bald fertig', { 'läuft: bald fertig': 'COMPLETED' })).toEqual({
      meaning: 'COMPLETED',
      delayed: false,
      sure: true,
      more: true,
    });
  });
});

describe('a light', () => {
  it.each([
    ['grün', 'GREEN'],
    ['🟡', 'YELLOW'],
    ['rot', 'RED'],
    ['hellgrau', 'LIGHT_GREY'],
    ['Dunkelgrau', 'DARK_GREY'],
    ['blau', undefined],
  ])('%s is %s', (said, light) => {
    expect(lightOf(said)).toBe(light);
  });
});
