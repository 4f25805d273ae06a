import { EvidenceFields, needsEye } from '../../evidence/evidence-fields.js';
import { evidenceField, evidenceIn } from '../../evidence/evidence-in.js';
import { Fold } from '../../forms/form.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { FormReader } from '../../forms/form-reader.js';

/** What rests on a photo, a document or a page: one piece with each saving. */
export const EvidenceFold = ({ fields }: { readonly fields: FormFields }) => {
  const { t, typed, text: field } = fields;
  return (
    <Fold title={t('log.addEvidence')} open={needsEye({ typed, field })}>
      <EvidenceFields {...{ t, typed, field }} />
    </Fold>
  );
};

/** The evidence that is there, and what comes with the form; undefined: none. */
export const evidenceWith = (
  known: readonly object[],
  { typed }: FormReader,
): readonly object[] | undefined => {
  const added = evidenceIn(typed);
  const all = added ? [...known, added] : known;
  return all.length > 0 ? all : undefined;
};

/** The field behind a path that names evidence, else as `otherwise` has it. */
export const fieldWithEvidence =
  (otherwise: (path: string) => string | undefined) =>
  (path: string): string | undefined =>
    evidenceField(path) ?? otherwise(path);
