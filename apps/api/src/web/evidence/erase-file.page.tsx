import type { Translate } from '@klimaspur/messages';
import type { KeptFile } from '@klimaspur/vault';
import { EvidenceFileView } from '../components/evidence-file.js';
import { TextArea } from '../components/text-fields.js';
import type { FormState } from '../forms/form-fields.js';
import { FormPage } from '../forms/form.js';

interface EraseFileProps {
  readonly t: Translate;
  readonly file: KeptFile;
  readonly state: FormState;
  readonly action: string;
  readonly back: string;
}

export const EraseFilePage = ({ t, file, ...form }: EraseFileProps) => (
  <FormPage
    {...{ t, ...form }}
    title={t('file.erase')}
    lead={t('file.erase.lead')}
    before={<EvidenceFileView t={t} file={file} name={undefined} />}
    submit={t('file.erase.submit')}
  >
    {(fields) => (
      <TextArea
        {...fields.text('reason')}
        label={t('file.erase.reason')}
        hint={t('file.erase.reason.hint')}
        maxLength={500}
        required
      />
    )}
  </FormPage>
);
