import { formatDay, type Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { OwnWords } from './own-words.js';

interface SourceNoteProps {
  readonly t: Translate;
  readonly source?: string;
  /** The day for which the figures speak. */
  readonly asOf?: string;
  readonly children?: ComponentChildren;
}

/** Where figures come from and for which day they speak. */
export const SourceNote = ({ t, source, asOf, children }: SourceNoteProps) => (
  <p class="source-note">
    <OwnWords
      {...{ t, own: [source] }}
      text={[
        ...(source ? [t('chart.source', { source })] : []),
        ...(asOf ? [t('chart.asOf', { day: formatDay(asOf, t.lang) })] : []),
      ].join(' · ')}
    />
    {children}
  </p>
);
