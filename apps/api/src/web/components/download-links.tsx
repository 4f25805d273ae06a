import type { Translate } from '@klimaspur/messages';
import { OwnWords } from './own-words.js';

export interface Download {
  readonly href: string;
  /** `CSV`, `JSON`, … */
  readonly format: string;
}

interface DownloadLinksProps {
  readonly t: Translate;
  readonly downloads: readonly Download[];
  readonly label?: string;
  /** What the files hold, for those who hear a link without what stands around it. */
  readonly about?: string;
  readonly own?: readonly (string | undefined)[];
}

/** Exactly what is shown, as files. */
export const DownloadLinks = ({ t, downloads, label, about, own }: DownloadLinksProps) => (
  <p class="downloads">
    <span>{label ?? t('download.label')}</span>
    {downloads.map(({ href, format }) => (
      <>
        {' '}
        <a href={href} download>
          {format}
          {about === undefined ? null : (
            <span class="hidden">
              : <OwnWords t={t} text={about} own={own} />
            </span>
          )}
        </a>
      </>
    ))}
  </p>
);
