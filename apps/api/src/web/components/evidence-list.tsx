import type { Translate } from '@klimaspur/messages';
import { Unreachable } from './unreachable.js';
import { type EvidenceFile, EvidenceFileView } from './evidence-file.js';

export interface Evidence {
  readonly kind: 'paper' | 'minutes' | 'press' | 'site-visit' | 'conversation' | 'photo' | 'other';
  readonly title?: string;
  readonly url?: string;
  readonly page?: string;
  readonly quote?: string;
  /** Kept here, or erased. */
  readonly file?: EvidenceFile;
}

interface EvidenceListProps {
  readonly t: Translate;
  readonly evidence: readonly Evidence[];
  readonly textLang?: string;
}

/** What an entry rests on; each with a name of its own, so that links can be told apart. */
export const EvidenceList = ({ t, evidence, textLang }: EvidenceListProps) => (
  <ul class="evidence">
    {evidence.map((item) => (
      <li>
        <span class="evidence__kind">{t(`evidence.${item.kind}`)}</span>{' '}
        <EvidenceName item={item} t={t} textLang={textLang} />
        {item.page ? `, ${t('evidence.page', { page: item.page })}` : ''}
        {item.file ? (
          <EvidenceFileView t={t} file={item.file} name={item.title} textLang={textLang} />
        ) : null}
        {item.quote ? <blockquote lang={textLang}>{item.quote}</blockquote> : null}
      </li>
    ))}
  </ul>
);

interface EvidenceNameProps {
  readonly t: Translate;
  readonly item: Evidence;
  readonly textLang?: string;
}

const EvidenceName = ({ item, t, textLang }: EvidenceNameProps) => {
  const host = item.url && URL.canParse(item.url) ? new URL(item.url).host : undefined;
  const name = item.title ?? host ?? '';
  if (!item.url || !host) return <span lang={textLang}>{name}</span>;
  return (
    <>
      <a class="external" href={item.url} rel="noopener" lang={textLang}>
        {name}
      </a>
      {item.title ? (
        <small class="evidence__opens"> ({t('evidence.external', { host })})</small>
      ) : null}
      <Unreachable t={t} url={item.url} />
    </>
  );
};
