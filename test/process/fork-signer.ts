// A process that goes on with its own copy of a log and signs it in a vault that it shares, once it is told to:
//   fork-signer <data folder> <vault> <tries>
// It says „ready“, waits for a line, and then says of each try what came of it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { openEventStore } from '@klimaspur/event-store';
import { LogSigner, LogTree, SigningKey } from '@klimaspur/proofs';
import { openVault } from '@klimaspur/vault';
import { keptInTurn } from '../tools/kept-in-turn.js';

const [folder, vaultUrl, tries] = process.argv.slice(2);
const store = await openEventStore(`sqlite:${folder}`);
const tree = await LogTree.open({ log: `sqlite:${folder}`, file: `${folder}/tree.db` });
store.onCommit(() => tree.wake());
const vault = await openVault(vaultUrl!);
const origin = `klimaspur/${store.logId}`;
const key = new SigningKey(origin, await vault.secret(`signing-key ${origin}`));
const signer = new LogSigner({ key, tree, kept: keptInTurn(vault) });

const goOn = async (): Promise<void> => {
  const event = { id: randomUUID(), type: 'MeasureChecked', data: {}, metadata: {} };
  const { position } = await store.append(`measure-${randomUUID()}`, [event], 'no_stream');
  await tree.waitUntil(position, 60_000);
};

await goOn();
process.stdout.write('ready\n');
await once(process.stdin, 'data');
for (let n = 0; n < Number(tries); n++) {
  const signed = await signer.sign();
  const why = signed.kind === 'refused' ? signed.refusal.why : null;
  process.stdout.write(`${JSON.stringify({ kind: signed.kind, why })}\n`);
  await goOn();
}
process.exit(0);
