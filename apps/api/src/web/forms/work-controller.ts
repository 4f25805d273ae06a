import { Controller, Get, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { workRoutes } from '../paths.js';
import type { AboutWork } from './asked.js';
import { FormPages, type PageForm, type PageView, type Soon } from './form-pages.js';

type Of<P> = (about: AboutWork, ...ids: readonly string[]) => Soon<P>;

/** A page below „bearbeiten“: `parts` as for `workPath`; what begins with `:` is handed over as an id. */
export type WorkRoute = { readonly parts: readonly string[] } & (
  | { readonly form: Of<PageForm>; readonly view?: undefined }
  | { readonly view: Of<PageView>; readonly form?: undefined }
);

type Answer = (
  this: { readonly pages: FormPages },
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<void>;

/** A controller made of such pages: one that is looked at has one route, a form two. */
export function workController(name: string, routes: readonly WorkRoute[]): Type {
  @ApiExcludeController()
  @Controller()
  @SignedIn()
  class WorkPages {
    constructor(readonly pages: FormPages) {}
  }
  Object.defineProperty(WorkPages, 'name', { value: name });
  for (const { parts, form, view } of routes) {
    const of =
      <P>(make: Of<P>, { params }: FastifyRequest) =>
      (about: AboutWork): Soon<P> => {
        const named = params as Readonly<Record<string, string>>;
        const ids = parts.filter((part) => part.startsWith(':'));
        return make(about, ...ids.map((part) => named[part.slice(1)] ?? ''));
      };
    if (view) {
      add(WorkPages, `look at ${parts.join(' ')}`, Get(workRoutes(...parts)), function (...sent) {
        return this.pages.look(...sent, this.pages.ofTown(sent[0], of(view, sent[0])));
      });
      continue;
    }
    add(WorkPages, `ask ${parts.join(' ')}`, Get(workRoutes(...parts)), function (...sent) {
      return this.pages.open(...sent, this.pages.ofTown(sent[0], of(form, sent[0])));
    });
    add(WorkPages, `take ${parts.join(' ')}`, Post(workRoutes(...parts)), function (...sent) {
      return this.pages.take(...sent, this.pages.ofTown(sent[0], of(form, sent[0])));
    });
  }
  return WorkPages;
}

function add(controller: Type, name: string, route: MethodDecorator, answer: Answer): void {
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: answer, configurable: true, writable: true });
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  Req()(prototype, name, 0);
  Res()(prototype, name, 1);
  route(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
}
