import { type Lang, languages, messages } from '@klimaspur/messages';
import type { MovedTown, ReadModels } from '@klimaspur/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../errors/language.js';
import { PROBLEM_TYPE } from '../errors/problem.js';
import { problemPage } from '../errors/problem-page.js';

const MOVED = 308;
const CODE = 'municipality/moved';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;
const collection: ReadonlySet<string> = new Set(['kommunen', 'municipalities']);
/** What a file, a feed or a calendar is called behind the thing it is of. */
const ending = /\.[a-z]{2,5}$/;

/**
 * Addresses of a town that is kept elsewhere now, and of all that belongs to it, lead there for good: with the same ids, which
 * every server keeps, and the id of the town where its name stood, which another one may have there.
 */
export class MovedTowns {
  private level = '';
  private isAny = false;

  constructor(private readonly models: () => ReadModels) {}

  /** True where it has answered. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const models = this.models();
    if (!this.hasAny(models)) return false;
    const [path = '', query] = request.url.split('?', 2);
    const asked = new URLSearchParams(query);
    const town = townIn(models, path) ?? townAsked(models, asked);
    if (!town) return false;
    if (asked.has('municipality')) asked.set('municipality', town.id);
    const search = query === undefined ? '' : `?${asked}`;
    send(request, reply, `${town.address}${withId(path, town)}${search}`);
    return true;
  }

  /** Few servers know of one, and none wants to look for it with every request. */
  private hasAny(models: ReadModels): boolean {
    const level = `${models.level} ${models.edition}`;
    if (level !== this.level) {
      this.level = level;
      this.isAny = models.movedTowns().length > 0;
    }
    return this.isAny;
  }
}

const bare = (segment: string): string => segment.replace(ending, '');

function townIn(models: ReadModels, path: string): MovedTown | undefined {
  const segments = path.split('/').map(decoded);
  for (const [at, segment] of segments.entries()) {
    const asked = bare(segment);
    const as = belongingOf(asked, segments[at - 1] ?? '');
    const found = as && models.movedWith(asked, as);
    if (found) return found;
  }
  return undefined;
}

const townAsked = (models: ReadModels, asked: URLSearchParams): MovedTown | undefined => {
  const town = asked.get('municipality');
  return town === null ? undefined : models.movedWith(town, 'town');
};

const belongingOf = (asked: string, behind: string) => {
  if (collection.has(behind)) return 'town';
  if (sha256.test(asked)) return 'file';
  if (uuid.test(asked)) return behind === 'entries' ? 'entry' : 'thing';
  return undefined;
};

const withId = (path: string, { id }: MovedTown): string => {
  const segments = path.split('/');
  return segments
    .map((segment, at) =>
      collection.has(segments[at - 1] ?? '') && bare(segment) !== ''
        ? id + (ending.exec(segment)?.[0] ?? '')
        : segment,
    )
    .join('/');
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

function send(request: FastifyRequest, reply: FastifyReply, location: string): void {
  // Not to be kept: the town may come back.
  void reply.code(MOVED).headers({ location, 'cache-control': 'no-cache' });
  const lang = languageOf(request);
  if (!request.url.startsWith('/api/')) {
    void reply.type('text/html; charset=utf-8').send(pageTo(location, lang));
    return;
  }
  const detail = messages(lang)(`problem.${CODE}`, { address: location });
  const problem = {
    type: `urn:klimaspur:problem:${CODE}`,
    title: messages(lang)('problem.title.308'),
    status: MOVED,
    code: CODE,
    detail,
    instance: request.url.split('?', 1)[0],
    address: location,
  };
  void reply.type(PROBLEM_TYPE).header('content-language', lang).send(JSON.stringify(problem));
}

/** In both languages: whoever sees it has no way to choose. */
const pageTo = (location: string, lang: Lang): string => {
  const detail = languages.map((each) => messages(each)(`problem.${CODE}`, { address: location }));
  return problemPage(
    { title: messages(lang)('problem.title.308'), detail: detail.join(' – '), status: MOVED },
    lang,
  );
};
