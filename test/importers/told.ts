import { measureState, type MeasureState, type Past, timeline } from '@klimaspur/domain';
import type { ImportedMeasure } from '@klimaspur/importers';

/** What a measure's state becomes when all its entries are stored today. */
export const stateAfter = ({ entries }: ImportedMeasure, recordedAt: string): MeasureState =>
  measureState(
    timeline(
      entries.map(({ type, occurredOn, data }, revision): Past => ({
        id: `entry-${revision}`,
        revision,
        type,
        data,
        metadata: { occurredOn, recordedAt },
      })),
    ),
  );
