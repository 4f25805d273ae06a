import type { MeasureDetail } from '@klimaspur/read-models';
import { allCounted } from '../../reading/all-counted.js';
import type { AboutTown } from '../forms/asked.js';
import type { Choice } from '../components/choices.js';
import type { Write } from '../forms/form-writer.js';
import { lastRank } from './places.js';

/** More would be too many to choose from; then a measure is named by its id. */
const MOST = 1_000;

/** All other measures of the town, in the order of the plan, with their numbers; undefined: too many. */
export const otherMeasures = (
  { reading, town }: AboutTown,
  measure: MeasureDetail,
): Choice[] | undefined => {
  const { models, view } = reading;
  if (allCounted(town) > MOST) return undefined;
  const all = models.exportRows({ municipality: town.id, sort: 'plan' }, view);
  return Array.from(all)
    .filter(({ id }) => id !== measure.id)
    .map(({ id, title, place }) => ({
      value: id,
      label: place?.number ? `${place.number} ${title}` : title,
      lang: 'de',
    }));
};

/** The plan whose stream keeps where a measure goes on. */
export const planOfHeirs = ({ places }: MeasureDetail, asked: string | undefined): string =>
  places.find(({ plan }) => plan === asked)?.plan ?? places[0]?.plan ?? '';

/** Records measures that only now come into being, beside the one that goes on in them. */
export const recordHeirs = async (
  about: AboutTown,
  write: Write,
  from: MeasureDetail,
  titles: readonly string[],
): Promise<string[]> => {
  const [place] = from.places;
  const ids: string[] = [];
  let rank = place ? lastRank(about, place) : 0;
  for (const title of titles) {
    const { id } = await write({
      category: 'measure',
      command: 'record-measure',
      body: {
        municipality: about.town.id,
        origin: from.origin ?? undefined,
        ownProposal: from.ownProposal || undefined,
        text: { title },
      },
    });
    ids.push(id);
    if (!place) continue;
    const body = { measure: id, field: place.field ?? undefined, rank, text: {} };
    await write({ category: 'plan', command: 'place-measure', id: place.plan, body });
    rank += 1;
  }
  return ids;
};
