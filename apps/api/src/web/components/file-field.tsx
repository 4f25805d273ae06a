import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatBytes, type Translate } from '@klimaspur/messages';
import { Field, fieldId, type FieldProps } from './field.js';

/** A file that was sent with this form before, and is kept while the rest is mended. */
export interface WaitingFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  /** A small picture of it. */
  readonly previewHref?: string;
}

/** Megabytes of the largest file that may come as evidence here; the frame of a page knows. */
export const FileLimit = createContext(0);

interface FileFieldProps extends FieldProps {
  /** Megabytes, where it is not the limit of evidence. */
  readonly limit?: number;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly waiting?: WaitingFile;
}

/** Chooses a file; phones offer their camera for pictures. The form around it must be sent as multipart. */
export const FileField = ({
  waiting,
  accept,
  multiple,
  required,
  limit,
  ...field
}: FileFieldProps) => {
  const { t, hint } = field;
  const usual = useContext(FileLimit);
  const most = t('file.limit', { limit: limit ?? usual });
  return (
    <>
      <Field
        {...field}
        hint={hint ? [hint, ' ', most] : most}
        control={(attributes) => (
          <input
            {...attributes}
            class="input"
            type="file"
            accept={accept}
            multiple={multiple}
            required={required}
          />
        )}
      />
      {waiting ? <Waiting t={t} name={field.name} file={waiting} /> : null}
    </>
  );
};

interface WaitingProps {
  readonly t: Translate;
  readonly name: string;
  readonly file: WaitingFile;
}

/** Comes back with the form, so that nobody chooses it again; another file takes its place. */
const Waiting = ({ t, name, file }: WaitingProps) => {
  const size = formatBytes(file.bytes, t.lang);
  return (
    <div class="field waiting-file" role="group" aria-label={t('file.waiting')}>
      <input type="hidden" name={`${name}.sha256`} value={file.sha256} />
      <input type="hidden" name={`${name}.name`} value={file.name} />
      {file.previewHref ? <img src={file.previewHref} alt="" /> : null}
      <div>
        <p>{t('file.waiting.sentence', { name: file.name || t('file.unnamed'), size })}</p>
        <div class="choice">
          <input type="checkbox" id={`${fieldId(name)}-drop`} name={`${name}.drop`} value="yes" />
          <label for={`${fieldId(name)}-drop`}>
            <span>{t('file.drop')}</span>
          </label>
        </div>
      </div>
    </div>
  );
};
