import { Injectable } from '@nestjs/common';
import type { Lang } from '@klimaspur/messages';
import type { ReadModels, View, Viewer as ReadViewer } from '@klimaspur/read-models';
import type { FastifyRequest } from 'fastify';
import { isOperator, worksOn } from '../auth/rights.js';
import type { Viewer } from '../auth/viewer.js';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';
import { type AskedMoment, momentFrom, momentNames } from './moment.js';

/** Everything a question needs: which world, which moment, who asks. */
export interface Reading {
  readonly world: World;
  readonly models: ReadModels;
  readonly view: View;
  readonly moment: AskedMoment;
  readonly now: string;
  readonly viewer: Viewer | undefined;
}

/** Whether the asker may write something here; nothing is written into the past. */
export const mayWrite = ({ viewer, world, moment }: Reading, { id }: { readonly id: string }) =>
  viewer !== undefined && !moment.past && (world.name === 'example' || worksOn(viewer.roles, id));

/** Whether the asker sees the drafts of this town. */
export const seesDrafts = (viewer: ReadViewer, municipality: string): boolean =>
  viewer !== 'public' && (viewer.drafts === 'all' || viewer.drafts.includes(municipality));

/** Turns a request into what the read models are asked with. The one place that says who sees drafts. */
@Injectable()
export class Reader {
  constructor(private readonly worlds: Worlds) {}

  /** `language`: that of the page, or `api` for the names of its parameters. */
  of(request: FastifyRequest, language: Lang | 'api'): Reading {
    return this.at(request, request.query as Record<string, unknown>, language);
  }

  /** As of today, whatever the address says: who writes starts from what holds now. */
  today(request: FastifyRequest, lang: Lang): Reading {
    return this.at(request, {}, lang);
  }

  /** For somebody whom not the session but the address names; undefined: as everybody sees it. */
  for(viewer: Viewer | undefined, request: FastifyRequest, lang: Lang): Reading {
    return this.reading(viewer, request.query as Record<string, unknown>, lang);
  }

  /** As everybody sees it, whoever asks: what is made of it is passed on. */
  asEverybody({ asOf, knownAt }: Pick<View, 'asOf' | 'knownAt'>): Reading {
    const api = momentNames.api;
    const query = {
      [api.asOf]: asOf,
      ...(knownAt === undefined ? {} : { [api.knownAt]: new Date(knownAt).toISOString() }),
    };
    return this.reading(undefined, query, 'api');
  }

  private at(
    request: FastifyRequest,
    query: Readonly<Record<string, unknown>>,
    language: Lang | 'api',
  ): Reading {
    return this.reading(request.viewer, query, language);
  }

  private reading(
    viewer: Viewer | undefined,
    query: Readonly<Record<string, unknown>>,
    language: Lang | 'api',
  ): Reading {
    const world = this.worlds.current();
    const now = new Date().toISOString();
    const moment = momentFrom(query, momentNames[language], now);
    const { asOf, knownAt } = moment;
    const view: View = {
      asOf,
      ...(knownAt === undefined ? {} : { knownAt }),
      viewer: draftsOf(viewer, world),
    };
    return { world, models: world.readModels, view, moment, now, viewer };
  }
}

/** In the example everybody who is signed in may try everything; else drafts are for the people of their town. */
const draftsOf = (viewer: Viewer | undefined, world: World): ReadViewer => {
  if (!viewer) return 'public';
  if (world.name === 'example' || isOperator(viewer)) {
    return { drafts: 'all' };
  }
  const townsOf = (roles: Viewer['roles']) =>
    roles.flatMap(({ municipality }) => municipality ?? []);
  const minutes = new Set(townsOf(viewer.roles.filter(({ role }) => role !== 'ADMINISTRATION')));
  const drafts = townsOf(viewer.roles);
  return { drafts, withoutMinutes: drafts.filter((town) => !minutes.has(town)) };
};
