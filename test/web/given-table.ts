import { randomUUID } from 'node:crypto';
import type { TestApp } from '../api/app.js';

/** The Berlin day some days from now. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });

/** A town with a round table, some organisations, and a meeting a week ago; another is to come. */
export const givenTable = async (app: TestApp) => {
  const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  const actor = (name: string, kind: string) =>
    app.given('actors', { municipality: town, kind, text: { name } });
  const club = await actor('Radfreunde e. V.', 'ASSOCIATION');
  const office = await actor('Umweltamt', 'ADMINISTRATION');
  const farm = await actor('Hof Sonnentau', 'COMPANY');
  const table = await app.given('roundtables', {
    municipality: town,
    format: 'ROUND_TABLE',
    text: { name: 'Runder Tisch Wege' },
  });
  const say = async (command: string, body: object) => {
    const { status, text } = await app.post(`roundtables/${table}/${command}`, body);
    if (status !== 200) throw new Error(`${command}: ${status} ${text}`);
  };
  const convene = async (days: number) => {
    const meeting = randomUUID();
    await say('convene-meeting', { meeting, on: dayFromNow(days), time: '18:00', text: {} });
    return meeting;
  };
  const meeting = await convene(-7);
  const next = await convene(35);
  for (const one of [club, office, farm]) {
    await say('add-seat', { seat: randomUUID(), actor: one, kind: 'ASSOCIATION', voting: true });
  }
  await say('invite', { meeting, actors: [club, office, farm] });
  await say('record-reply', { meeting, actor: club, reply: 'YES' });
  await say('record-reply', { meeting, actor: farm, reply: 'NO' });
  await app.settle();
  return { town, club, office, farm, table, meeting, next, say };
};
