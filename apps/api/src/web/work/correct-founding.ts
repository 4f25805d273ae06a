import { DomainError, keyIssues, type Past, timeline } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { FormReader } from '../forms/form-reader.js';
import type { FormWish, Write } from '../forms/form-writer.js';

/**
 * State and key stand in the entry that founded the town: another word about them is its correction. Undefined where
 * the form says what stands there already. Looks at all of it, so that it can be sent last.
 */
export const foundingCorrected = async (
  write: Write,
  history: readonly Past[],
  reader: FormReader,
  t: Translate,
): Promise<Omit<FormWish, 'id'> | undefined> => {
  const founded = timeline(history).find(({ type }) => type === 'MunicipalityFounded');
  if (!founded) return undefined;
  const category = 'municipality';
  const { text, ags, state, ...others } = founded.data;
  const said = { ags: reader.text('ags'), state: reader.text('state') };
  if (said.ags === ags && said.state === state) return undefined;
  const { name } = text as { readonly name: string };
  await write.check({ category, command: 'found-municipality', body: { ...said, text: { name } } });
  const issues = keyIssues(said);
  if (issues.length > 0) throw new DomainError('command/invalid', issues);
  return {
    category,
    command: 'correct-entry',
    fieldOf: (path) => path.replace(/^replacement\./, ''),
    body: {
      occurredOn: founded.occurredOn,
      entry: founded.id,
      replacement: { ...others, ...said },
      text: { reason: t('details.key.reason'), replacement: text },
    },
  };
};
