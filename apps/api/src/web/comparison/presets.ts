import { addDays, lastDay, type Day } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, OrganItem } from '@klimaspur/read-models';
import { usualBegin } from '../../reading/compared.js';
import { organNames } from '../../reading/organ-names.js';
import type { Reading } from '../../reading/reader.js';

/** A day from which people often compare. */
export interface Preset {
  readonly from: Day;
  readonly label: string;
  /** What of the label is the town's own words. */
  readonly own?: string;
}

const MONTH = 30;
/** As many as fit: the council, and those that met last. */
const BODIES = 4;

/** The usual questions: since when did what change? Those that lie before `to`. */
export const presetsOf = async (
  reading: Reading,
  town: Municipality,
  plan: string | undefined,
  to: Day,
  t: Translate,
): Promise<readonly Preset[]> => {
  const adoptions = town.plans
    .filter(({ id }) => plan === undefined || id === plan)
    .flatMap(({ title, adopted }) =>
      adopted?.on ? [{ title, from: lastDay(adopted.on), day: formatDay(adopted.on, t.lang) }] : [],
    );
  return [
    ...(await lastMeetings(reading, town, to, t)),
    { from: addDays(to, -MONTH), label: t('compare.preset.month') },
    { from: usualBegin(to), label: t('compare.preset.halfYear') },
    ...adoptions.map(({ from, title, day }) => ({
      ...{ from, own: title },
      label: t('compare.preset.adopted', { plan: title, day }),
    })),
  ].filter(({ from }) => from < to);
};

/** „Seit der letzten Sitzung“ of each body, by its own name of that day; the council first. */
const lastMeetings = async (
  reading: Reading,
  town: Municipality,
  to: Day,
  t: Translate,
): Promise<readonly Preset[]> => {
  const bodies = new Map(town.organs.map((organ) => [organ.id, organ]));
  const last = new Map<OrganItem, Day>();
  for (const { organ, day } of reading.models.meetingDays(town.id, reading.view)) {
    const body = bodies.get(organ);
    if (body && day < to && !last.has(body)) last.set(body, day);
  }
  const shown = [...last]
    .sort(([a], [b]) => Number(b.kind === 'COUNCIL') - Number(a.kind === 'COUNCIL'))
    .slice(0, BODIES);
  const nameOf = await organNames(
    reading,
    shown.map(([body]) => body),
  );
  return shown.map(([{ id, name }, from]) => {
    const own = nameOf(id, from) ?? name;
    return {
      from,
      own,
      label: t('compare.preset.meeting', { body: own, day: formatDay(from, t.lang) }),
    };
  });
};
