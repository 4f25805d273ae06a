import type { Municipality } from '@klimaspur/read-models';
import { TextField } from '../components/text-fields.js';
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
});

const names = ['targetYear', 'resolution', 'resolvedOn', 'evidenceUrl'] as const;

/** The command that sets the target; undefined where nothing is said about it. */
export const readTarget = (reader: FormReader): TargetWish | undefined =>
  names.some((name) => reader.text(name) !== undefined) ? targetWish(reader) : undefined;

type TargetWish = Omit<FormWish, 'id'>;

export const targetWish = (reader: FormReader): TargetWish => {
  const [resolvedOn, resolution] = [reader.date('resolvedOn'), reader.text('resolution')];
  const url = reader.text('evidenceUrl');
  return {
    category: 'municipality',
    command: 'set-target',
    body: {
      occurredOn: resolvedOn ?? null,
      targetYear: reader.integer('targetYear'),
      resolvedOn,
      text: {
        resolution,
        ...(url ? { evidence: [{ kind: 'paper', title: resolution, url }] } : {}),
      },
    },
    fieldOf: targetField,
  };
};

const targetField = (path: string): string | undefined => {
  if (path === 'occurredOn') return 'resolvedOn';
  return path.startsWith('text.evidence') ? 'evidenceUrl' : path.replace(/^text\./, '');
};

export const TargetFields = ({ fields }: { readonly fields: FormFields }) => {
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
    </>
  );
};
