import type { Logger } from 'pino';

/** What a log line may know of a request: Fastify's own types would tie this to one server type. */
interface Answered {
  method: string;
  routeOptions: { url?: string | undefined };
}

interface Hooked {
  addHook(
    name: 'onResponse',
    hook: (
      request: Answered,
      reply: { statusCode: number; elapsedTime: number },
      done: () => void,
    ) => void,
  ): unknown;
}

/** One line per answer, with the route's pattern: addresses, queries and ids stay out of the log. */
export function logResponses(server: Hooked, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
}
