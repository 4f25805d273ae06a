import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  isIncluded,
  judgeProof,
  judgeSigned,
  type Leafed,
  leafHash,
  nodeSha256,
  nodeVerifyEd25519,
  type ProofFault,
  type Proven,
  type Refuted,
  type SignedHead,
  toHex,
} from '@klimaspur/proofs';

/** What whoever checks has from elsewhere. */
export interface KnownElsewhere {
  readonly key?: string;
  readonly checkpoint?: string;
}

/**
 * What does not fit in a file of events: faults of a proof; `no-proofs`: it has none; `line`: it is no event with its place in the log; `twice`: the same
 * place again; `root`: all entries together are not what was signed; `count`: fewer or more than were signed.
 */
export type ExportFault = ProofFault | 'no-proofs' | 'line' | 'twice' | 'count';

export interface ExportFinding {
  readonly fault: ExportFault;
  /** Counted from 1. */
  readonly line?: number;
  readonly stream?: string;
  readonly id?: string;
}

export interface ExportReport {
  readonly kind: 'export';
  readonly ok: boolean;
  readonly entries: number;
  /** The file holds every entry that was signed. */
  readonly complete: boolean;
  /** Entries of which only the hash is proven, since the file does not tell all of them. */
  readonly partly: number;
  readonly size: number | null;
  readonly root: string | null;
  readonly key: string | null;
  readonly findings: readonly ExportFinding[];
}

export type ProofReport = { readonly kind: 'proof' } & (Proven | Refuted);

const tools = { sha256: nodeSha256, verify: nodeVerifyEd25519 };

/** Checks a file of events or the proof of one entry, whichever it is. Throws what the system throws for the file. */
export async function checkFile(
  file: string,
  known: KnownElsewhere = {},
): Promise<ExportReport | ProofReport> {
  const head = await firstLine(file);
  if (head && 'checkpoint' in head) return checkExport(file, head, known);
  if (head && 'stream' in head) return withoutProofs;
  return { kind: 'proof', ...(await judgeProof(tools, readFileSync(file, 'utf8'), known)) };
}

const withoutProofs: ExportReport = {
  kind: 'export',
  ok: false,
  entries: 0,
  complete: false,
  partly: 0,
  size: null,
  root: null,
  key: null,
  findings: [{ fault: 'no-proofs' }],
};

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file), crlfDelay: Infinity });

const firstLine = async (file: string): Promise<Record<string, unknown> | undefined> => {
  for await (const line of linesOf(file)) return objectIn(line);
  return undefined;
};

const objectIn = (line: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

async function checkExport(
  file: string,
  { checkpoint, key, complete }: Record<string, unknown>,
  known: KnownElsewhere,
): Promise<ExportReport> {
  const head = await judgeSigned(tools, String(checkpoint), String(key), known);
  const audit = new ExportAudit(head.ok ? head : undefined, complete === true);
  if (!head.ok) audit.tell({ fault: head.fault, line: 1 });
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (number > 1) audit.take(objectIn(line), number);
  }
  audit.end();
  return audit.report(String(key));
}

/** More are counted, but not told one by one. */
const MOST = 50;

class ExportAudit {
  private readonly findings: ExportFinding[] = [];
  private readonly seen = new Set<number>();
  private entries = 0;
  private partly = 0;

  constructor(
    private readonly head: SignedHead | undefined,
    private readonly saysComplete: boolean,
  ) {}

  tell(finding: ExportFinding): void {
    if (this.findings.length < MOST) this.findings.push(finding);
  }

  take(row: Record<string, unknown> | undefined, line: number): void {
    this.entries += 1;
    const place = { line, ...textsIn(row) };
    const leaf = row && leafIn(row);
    if (!leaf) return this.tell({ fault: 'line', ...place });
    const hash = hashOf(row, leaf);
    if (!hash) return this.tell({ fault: 'no-leaf', ...place });
    if (leaf.hash !== undefined) this.partly += 1;
    if (this.seen.has(leaf.index)) return this.tell({ fault: 'twice', ...place });
    this.seen.add(leaf.index);
    if (!this.head) return;
    const { size, root } = this.head;
    const claim = { index: leaf.index, size, leaf: hash, proof: leaf.path, root };
    if (!isIncluded(nodeSha256, claim)) this.tell({ fault: 'not-included', ...place });
  }

  /** What is told of as complete and is not. */
  end(): void {
    if (this.head && this.saysComplete && !this.isComplete()) this.tell({ fault: 'count' });
  }

  private isComplete(): boolean {
    return this.seen.size === this.head?.size;
  }

  report(key: string): ExportReport {
    return {
      kind: 'export',
      ok: this.findings.length === 0,
      entries: this.entries,
      complete: this.isComplete(),
      partly: this.partly,
      size: this.head?.size ?? null,
      root: this.head ? toHex(this.head.root) : null,
      key: this.head ? key : null,
      findings: this.findings,
    };
  }
}

interface LeafPlace {
  readonly index: number;
  readonly hash?: string;
  readonly path: readonly Uint8Array[];
}

const leafIn = ({ leaf }: Record<string, unknown>): LeafPlace | undefined => {
  const { index, hash, path } = (leaf ?? {}) as Record<string, unknown>;
  if (typeof index !== 'number' || !Array.isArray(path)) return undefined;
  return {
    index,
    ...(typeof hash === 'string' ? { hash } : {}),
    path: path.map((one) => Buffer.from(String(one), 'base64')),
  };
};

/** From the event itself, unless the file says that it does not tell all of it. */
const hashOf = (row: Record<string, unknown>, { hash }: LeafPlace): Uint8Array | undefined => {
  if (hash !== undefined) return Buffer.from(hash, 'hex');
  try {
    // What else stands in the line is not part of the leaf.
    return Buffer.from(leafHash(row as unknown as Leafed), 'hex');
  } catch {
    return undefined;
  }
};

const textsIn = (row: Record<string, unknown> | undefined): { stream?: string; id?: string } => ({
  ...(typeof row?.['stream'] === 'string' ? { stream: row['stream'] } : {}),
  ...(typeof row?.['id'] === 'string' ? { id: row['id'] } : {}),
});
