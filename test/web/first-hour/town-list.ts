import { existsSync, readFileSync } from 'node:fs';
import { realFile } from '../../importers/real-files.js';

/** A list of measures as a town has it, and what is to be seen of it. */
export interface TownList {
  readonly name: string;
  readonly standOn: string;
  readonly bytes: Buffer;
  readonly measures: number;
  /** A field, and the first measure in it. */
  readonly field: string;
  readonly measure: string;
}

const karlsruhe = realFile('measures/karlsruhe_ksk2030_monitoring2022.csv');

const own = [
  'Nr.;Handlungsfeld;Maßnahme;Umsetzungsstand;Zuständig;Fertigstellung',
  '1.1;Wärme und Strom;Energieleitplan;läuft;Umweltamt;2027',
  '1.2;Wärme und Strom;Solardächer auf Schulen;erledigt;Hochbauamt;2023',
  '1.3;Wärme und Strom;Wärmenetz Nord;verzögert;Stadtwerke;2025',
  '2.1;Mobilität;Radweg am Fluss;geplant;Tiefbauamt;2026',
  '2.2;Mobilität;Mobilstationen;läuft;Verkehrsbetriebe;2028',
];

const isThere = existsSync(karlsruhe);

/** The list of Karlsruhe where it is at hand, else one that is made like it. */
export const townList: TownList = {
  name: isThere ? 'karlsruhe.csv' : 'liste.csv',
  standOn: '2022',
  bytes: isThere ? readFileSync(karlsruhe) : Buffer.from(own.join('\n')),
  measures: isThere ? 75 : own.length - 1,
  field: 'Wärme und Strom',
  measure: 'Energieleitplan',
};
