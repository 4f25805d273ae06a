/** What is known of a file beside its bytes, which lie elsewhere under their hash. */
export interface KeptFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Its bytes are gone; the hash stays in the entries that name it. */
  readonly erased?: Erasure;
}

export interface Erasure {
  readonly at: number;
  /** In public words. */
  readonly reason: string;
  /** Pseudonym; absent once they are forgotten. */
  readonly by?: string;
}

/** Who brought a file, and what it was called on their device. */
export interface FileUpload {
  readonly sha256: string;
  readonly person: string;
  /** The town it was meant for. */
  readonly municipality: string;
  readonly name: string;
  readonly uploadedAt: number;
}

export interface KeptFiles {
  /** Keeps what a file is, once, and who brought it when; an erased one stays erased. */
  keep(file: Omit<KeptFile, 'erased'>, upload: FileUpload): Promise<void>;

  /** By hash; those that are not known are missing. */
  some(hashes: Iterable<string>): Promise<ReadonlyMap<string, KeptFile>>;

  /** Everybody who brought this file, the first first. */
  uploads(sha256: string): Promise<readonly FileUpload[]>;

  /** Remembers why a file is gone; who brought it, and what they called it, goes with it. */
  erase(sha256: string, erasure: Erasure): Promise<void>;

  /** Hashes of files, not erased, that nobody brought at this instant or later. */
  before(instant: number): Promise<readonly string[]>;

  /** Leaves no trace of it. */
  drop(sha256: string): Promise<void>;
}
