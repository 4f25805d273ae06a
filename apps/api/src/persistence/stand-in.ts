import type { PolicyRunner } from '../policies/policy-runner.js';

const EVERY_MS = 3_000;

/**
 * Where several processes share a log, one may end between a decision and its effects: each looks now and then for what another
 * left undone. So it does for what could not be read while the server was away. Answers the way to stop.
 */
export function standInForOthers(
  policies: Pick<PolicyRunner, 'catchUp'>,
  wake: () => void,
): () => Promise<void> {
  let pass: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    wake();
    pass = pass.then(() => policies.catchUp()).catch(() => undefined);
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await pass;
  };
}
