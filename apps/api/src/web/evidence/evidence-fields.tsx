import { evidenceKinds } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { previewPath } from '../../files/file-paths.js';
import { SelectField } from '../components/choices.js';
import type { FieldProps } from '../components/field.js';
import { FileField, type WaitingFile } from '../components/file-field.js';
import { TextField } from '../components/text-fields.js';
import { evidenceNames, evidenceTyped } from './evidence-in.js';
import { fileIn } from '../forms/file-in.js';
import { type Typed, typedText } from '../forms/typed.js';

type Own = Pick<FieldProps, 't' | 'name' | 'error' | 'theirs'>;

interface EvidenceFieldsProps {
  readonly t: Translate;
  readonly typed: Typed;
  readonly field: (name: string) => Own;
}

/** A piece of evidence: a photo or document, its kind, its name, where it is found. */
export const EvidenceFields = ({ t, typed, field }: EvidenceFieldsProps) => (
  <>
    <EvidenceFileField typed={typed} {...field('evidenceFile')} />
    <TextField
      {...field('evidenceTitle')}
      label={t('log.evidenceTitle')}
      hint={t('log.evidenceTitle.hint')}
      optional
      maxLength={300}
      value={typedText(typed, 'evidenceTitle')}
    />
    <TextField
      {...field('evidenceUrl')}
      label={t('log.evidenceUrl')}
      type="url"
      optional
      value={typedText(typed, 'evidenceUrl')}
    />
    <SelectField
      {...field('evidenceKind')}
      label={t('log.evidenceKind')}
      optional
      value={typedText(typed, 'evidenceKind')}
      choices={[
        { value: '', label: t('log.organ.none') },
        ...evidenceKinds.map((kind) => ({ value: kind, label: t(`evidence.${kind}`) })),
      ]}
    />
  </>
);

/** Whether the fields hold something, or something is wrong with them: then they are not folded away. */
export const needsEye = ({ typed, field }: Pick<EvidenceFieldsProps, 'typed' | 'field'>): boolean =>
  Object.values(evidenceTyped(typed)).some((value) => value !== '') ||
  evidenceNames.some((name) => field(name).error !== undefined);

/** The file alone. */
export const EvidenceFileField = ({ typed, ...own }: Own & { readonly typed: Typed }) => (
  <FileField
    {...own}
    label={own.t('file.evidence')}
    hint={own.t('file.evidence.hint')}
    accept="image/*,application/pdf"
    optional
    {...waitingIn(typed, own)}
  />
);

/** What was sent before with this field, as it is shown beside it. */
export const waitingIn = (
  typed: Typed,
  { t, name }: Pick<Own, 't' | 'name'>,
): { readonly waiting?: WaitingFile } => {
  const file = fileIn(typed, name);
  if (!file) return {};
  const isPicture = file.mediaType.startsWith('image/');
  const preview = isPicture ? { previewHref: previewPath(t.lang, file.sha256) } : {};
  return { waiting: { ...file, ...preview } };
};
