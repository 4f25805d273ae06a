// A process that signs the copy of a log that it has, in a vault that it shares, under a lease:
//   turn-signer <data folder> <vault>
// It says „ready“, and then does what it is told by lines: „grow N“ adds the entry number N, the same in every process;
// „sign“ signs what is there; „hold“ takes the lease and keeps it; „finish“ signs under the lease that it holds. After each
// it says what came of it, as JSON.
import { createHash, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openEventStore } from '@klimaspur/event-store';
import { LogSigner, LogTree, SigningKey } from '@klimaspur/proofs';
import { openVault, signingLease } from '@klimaspur/vault';

const LEASE_MS = 3_600_000;

const [folder, url] = process.argv.slice(2);
const store = await openEventStore(`sqlite:${folder}`);
const tree = await LogTree.open({ log: `sqlite:${folder}`, file: `${folder}/tree.db` });
store.onCommit(() => tree.wake());
const vault = await openVault(url!);
const origin = `klimaspur/${store.logId}`;
const key = new SigningKey(origin, await vault.secret(`signing-key ${origin}`));
const holder = randomUUID();
let lease: Awaited<ReturnType<typeof take>>;

const take = () => vault.leases.take(signingLease(origin), holder, LEASE_MS);

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

async function grow(n: string) {
  const event = { id: uuidOf(`event ${n}`), type: 'MeasureChecked', data: {}, metadata: {} };
  const { position } = await store.append(`measure-${uuidOf(n)}`, [event], 'no_stream');
  await tree.waitUntil(position, 60_000);
  return { size: tree.size };
}

async function signUnder(held: NonNullable<typeof lease>) {
  const { checkpoints } = vault;
  const kept = {
    newest: (of: string) => checkpoints.newest(of),
    keep: (one: Parameters<typeof checkpoints.keep>[0], after: number) =>
      checkpoints.keep(one, after, held),
  };
  try {
    const { kind } = await new LogSigner({ key, tree, kept }).sign();
    return { kind, fence: held.fence };
  } catch (error) {
    return { kind: (error as { code: string }).code };
  }
}

async function sign() {
  const held = await take();
  if (!held) return { kind: 'not-my-turn' };
  const signed = await signUnder(held);
  await vault.leases.giveBack(held);
  return signed;
}

async function hold() {
  lease = await take();
  return { fence: lease?.fence ?? null };
}

process.stdout.write('ready\n');
for await (const line of createInterface(process.stdin)) {
  const [what, n] = line.split(' ');
  const done =
    what === 'grow'
      ? await grow(n!)
      : what === 'sign'
        ? await sign()
        : what === 'hold'
          ? await hold()
          : await signUnder(lease!);
  process.stdout.write(`${JSON.stringify(done)}\n`);
}
