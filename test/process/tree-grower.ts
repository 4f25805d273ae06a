// A process that lets the tree of a log grow and kills itself as soon as it is told that it grew, while its thread is still
// at it:
//   tree-grower <data folder>
import { LogTree } from '@klimaspur/proofs';

const [folder] = process.argv.slice(2);
const tree = await LogTree.open({ log: `sqlite:${folder}`, file: `${folder}/tree.db` });
tree.onChange(() => {
  process.stdout.write(`${tree.size}\n`);
  if (tree.isWhole) process.exit(0);
  process.kill(process.pid, 'SIGKILL');
});
