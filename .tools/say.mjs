/** Words for people go to standard error: standard output belongs to the command's result. */
export const say = (words) => process.stderr.write(`${words}\n`);

const NEWS_EVERY_MS = 10_000;

/** Says what is being done, that it goes on, and how long it took. */
export async function tell(what, work) {
  const begin = Date.now();
  const seconds = () => `${Math.round((Date.now() - begin) / 1000)} s`;
  say(`${what} …`);
  const news = setInterval(() => say(`  still at it (${seconds()})`), NEWS_EVERY_MS);
  try {
    const result = await work();
    say(`  done (${seconds()})`);
    return result;
  } finally {
    clearInterval(news);
  }
}

/** Set-up cannot go on; the message tells what the reader can do. */
export class SetupError extends Error {}
