import type { Protocol } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';

/** How far the minutes are: „Protokoll veröffentlicht, geändert seit der Genehmigung“. */
export const protocolWords = (
  { step, changedSince }: Pick<Protocol, 'step' | 'changedSince'>,
  t: Translate,
): string => {
  const stand = t(`roundtable.protocol.${step}`);
  return changedSince ? t('roundtable.protocol.changed', { stand }) : stand;
};
