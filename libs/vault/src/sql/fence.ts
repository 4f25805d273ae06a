import { PersonErased } from '../erased-person.js';

/** By which a database says no to what would be kept of an erased person. */
export const REFUSAL = new PersonErased().message;

/** The error of a statement, as the vault tells it. */
export const told = (error: unknown): unknown =>
  (error as Error).message === REFUSAL ? new PersonErased() : error;
