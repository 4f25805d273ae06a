import { catalogue } from '@klimaspur/domain';
import type { Evidence, Municipality } from '@klimaspur/read-models';
import { TextField } from '../components/text-fields.js';
import { EvidenceFileField } from '../evidence/evidence-fields.js';
import { evidenceField, evidenceIn } from '../evidence/evidence-in.js';
import { fileIn, typedFile } from '../forms/file-in.js';
import type { FormFields } from '../forms/form-fields.js';
import type { FormReader } from '../forms/form-reader.js';
import type { FormWish } from '../forms/form-writer.js';
import type { Typed } from '../forms/typed.js';
import { dateInWords } from '../forms/dates.js';
import type { Lang } from '@klimaspur/messages';

/** The target year and the resolution behind it, as a form has them. */
export const targetAsTyped = (target: Municipality['target'], lang: Lang): Typed => ({
  targetYear: target ? String(target.year) : '',
  resolution: target?.resolution ?? '',
  resolvedOn: dateInWords(target?.resolvedOn, lang),
  evidenceUrl: target?.evidence[0]?.url ?? '',
  ...fileAsTyped(target?.evidence[0]),
});

/** A file that is evidence already comes along, or it would be lost with the next change. */
const fileAsTyped = ({ sha256, file }: Partial<Evidence> = {}): Typed =>
  sha256 && file ? typedFile('evidenceFile', { sha256, name: '', ...file }) : {};

const names = ['targetYear', 'resolution', 'resolvedOn', 'evidenceUrl'] as const;

/** The command that sets the target; undefined where nothing is said about it. */
export const readTarget = (reader: FormReader): TargetWish | undefined =>
  names.some((name) => reader.text(name) !== undefined) ? targetWish(reader) : undefined;

type TargetWish = Omit<FormWish, 'id'>;

export const targetWish = (reader: FormReader): TargetWish => {
  const [resolvedOn, resolution] = [reader.date('resolvedOn'), reader.text('resolution')];
  const evidence = evidenceIn({ ...reader.typed, evidenceTitle: resolution ?? '' }, 'paper');
  const isProven = reader.text('evidenceUrl') || fileIn(reader.typed, 'evidenceFile');
  return {
    category: 'municipality',
    command: 'set-target',
    body: {
      occurredOn: resolvedOn ?? null,
      targetYear: reader.year('targetYear', catalogue.MunicipalityTargetSet.data.targetYear),
      resolvedOn,
      text: {
        resolution,
        ...(evidence && isProven ? { evidence: [evidence] } : {}),
      },
    },
    fieldOf: targetField,
  };
};

const targetField = (path: string): string | undefined => {
  if (path === 'occurredOn') return 'resolvedOn';
  return evidenceField(path) ?? path.replace(/^text\./, '');
};

interface TargetFieldsProps {
  readonly fields: FormFields;
  /** There is a town already for which a file can be kept. */
  readonly takesFiles?: boolean;
}

export const TargetFields = ({ fields, takesFiles }: TargetFieldsProps) => {
  const { t } = fields;
  return (
    <>
      <TextField
        {...fields.text('targetYear')}
        label={t('target.year')}
        hint={t('target.year.hint')}
        size="short"
        inputMode="numeric"
        optional
      />
      <TextField
        {...fields.text('resolution')}
        label={t('target.resolution')}
        hint={t('target.resolution.hint')}
        optional
      />
      <TextField
        {...fields.text('resolvedOn')}
        label={t('target.resolvedOn')}
        hint={t('form.date.hint')}
        size="short"
        optional
      />
      <TextField {...fields.text('evidenceUrl')} label={t('target.evidence')} type="url" optional />
      {takesFiles ? (
        <EvidenceFileField {...fields.text('evidenceFile')} typed={fields.typed} />
      ) : null}
    </>
  );
};
