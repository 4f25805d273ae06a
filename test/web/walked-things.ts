/** What an address names: a slug, an id, a hash. */
export type Thing =
  | 'town'
  | 'plan'
  | 'field'
  | 'measure'
  | 'entry'
  | 'decision'
  | 'organ'
  | 'actor'
  | 'heir'
  | 'merged'
  | 'table'
  | 'meeting day'
  | 'meeting'
  | 'cancelled'
  | 'item'
  | 'open'
  | 'followUp'
  | 'seat'
  | 'offer'
  | 'contact'
  | 'assignment'
  | 'pledge'
  | 'notice'
  | 'note'
  | 'photo'
  | 'upload'
  | 'person'
  | 'barrier'
  | 'broken stream'
  | 'broken entry';

/** The same where the pages are walked. */
export type Of = (thing: Thing) => string;

/** Keeps what a suite made, and says what it did not make. */
export const knownThings = () => {
  const known: Partial<Record<Thing, string>> = {};
  const of: Of = (thing) => {
    const value = known[thing];
    if (!value) throw new Error(`There is no ${thing} here.`);
    return value;
  };
  return { known, of };
};
