import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Settings } from '@klimaspur/settings';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { SETTINGS } from '../settings.module.js';
import { Authentication } from './authentication.js';
import { isSameOrigin } from './same-origin.js';
import type { Viewer } from './viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard before any handler runs. */
    viewer?: Viewer;
  }
}

const SIGNED_IN = 'signed-in';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** For routes and controllers that strangers may not use. */
export const SignedIn = () => SetMetadata(SIGNED_IN, true);

/** The viewer of the request; undefined where strangers may ask too. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().viewer,
);

/** Knows for every request who asks, and lets no write of a cookie in that comes from elsewhere. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.authentication.hasCredentials(request)) return this.recognise(request, context);
    return this.admit(undefined, context);
  }

  private async recognise(request: FastifyRequest, context: ExecutionContext): Promise<boolean> {
    const viewer = await this.authentication.viewerOf(request);
    const foreign = viewer?.via === 'cookie' && !SAFE.has(request.method);
    if (foreign && !isSameOrigin(request, this.settings.baseUrl)) {
      throw new Refusal('auth/foreign-origin');
    }
    if (viewer) request.viewer = viewer;
    return this.admit(viewer, context);
  }

  private admit(viewer: Viewer | undefined, context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (!viewer && this.reflector.getAllAndOverride<boolean>(SIGNED_IN, targets)) {
      throw new Refusal('auth/sign-in-needed');
    }
    return true;
  }
}
