import type { Lang, Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import type { Viewer } from '../../auth/viewer.js';
import type { Reading } from '../../reading/reader.js';
import type { FormReader } from './form-reader.js';
import type { Typed } from './typed.js';

/** A request for a page with a form, and who asks. */
export interface Asked {
  readonly lang: Lang;
  readonly t: Translate;
  readonly reading: Reading;
  readonly viewer: Viewer;
  /** What the address says behind its question mark. */
  readonly query: Typed;
}

export interface AboutTown extends Asked {
  readonly town: Municipality;
}

/** What a page below „bearbeiten“ is made of: beside the log, what the team keeps for itself. */
export interface AboutWork extends AboutTown {
  readonly vault: Vault;
}

/** A form that came back. */
export interface Sent {
  readonly reader: FormReader;
  readonly key: string;
  readonly revision?: number;
}
