import type { Translate } from '@klimaspur/messages';
import { TextArea } from './text-fields.js';

interface CopyTextProps {
  readonly t: Translate;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  /** Of the text, where it is not that of the page. */
  readonly lang?: string;
}

/** A text to be copied; the script adds a button that does it. */
export const CopyText = (props: CopyTextProps) => (
  <copy-text data-copy={props.t('share.copy')} data-copied={props.t('share.copied')}>
    <TextArea {...props} readOnly />
  </copy-text>
);
