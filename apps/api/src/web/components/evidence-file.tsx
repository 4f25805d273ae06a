import { formatBytes, formatDay, type Translate } from '@klimaspur/messages';
import { berlinDay } from '@klimaspur/domain';
import { filePath, previewPath } from '../../files/file-paths.js';

export interface EvidenceFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly erased?: { readonly at: number; readonly reason: string };
  /** Where it can be taken away; absent: the reader may not. */
  readonly eraseHref?: string;
}

interface EvidenceFileProps {
  readonly t: Translate;
  readonly file: EvidenceFile;
  /** What is to be seen in it, as far as somebody said so. */
  readonly name: string | undefined;
  readonly textLang?: string;
}

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

/** A file that was kept: a small picture of it, or a link that says what opens and how large it is. */
export const EvidenceFileView = ({ t, file, name, textLang }: EvidenceFileProps) => {
  const { sha256, mediaType, bytes, erased, eraseHref } = file;
  if (erased) {
    const day = formatDay(berlinDay(new Date(erased.at).toISOString()), t.lang);
    return (
      <p class="evidence__erased">
        {t('evidence.erased', { day })} <span lang="de">{erased.reason}</span>
      </p>
    );
  }
  const facts = { kind: kinds[mediaType] ?? mediaType, size: formatBytes(bytes, t.lang) };
  const href = filePath(t.lang, sha256);
  const about = name === undefined ? '' : `: ${name}`;
  return (
    <p class="evidence__file">
      {mediaType.startsWith('image/') ? (
        <a class="evidence__picture" href={href}>
          <img
            src={previewPath(t.lang, sha256)}
            alt={name ?? t('evidence.picture')}
            lang={name === undefined ? undefined : textLang}
            loading="lazy"
          />
        </a>
      ) : null}
      <a href={href} aria-label={`${t('evidence.file', facts)}${about}`}>
        {t('evidence.file', facts)}
      </a>
      {eraseHref ? (
        <a href={eraseHref} aria-label={`${t('file.erase')}${about}`}>
          {t('file.erase')}
        </a>
      ) : null}
    </p>
  );
};
