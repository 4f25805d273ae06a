import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mayEver } from '../auth/rights.js';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import type { Door } from './doors.js';

const DOOR = 'door';
export const ForDoor = (door: Door) => SetMetadata(DOOR, door);

const JSON_TYPE = /^application\/json\b/i;

/**
 * Turns away whoever may not send such a command anywhere, before the body is looked at; and forms, which any page of
 * the web could send.
 */
@Injectable()
export class WriteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly worlds: Worlds,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { viewer, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const door = this.reflector.get<Door>(DOOR, context.getHandler());
    const example = this.worlds.current().name === 'example';
    if (!viewer || !(example || mayEver(viewer.roles, door.definition))) {
      throw new Refusal('auth/not-allowed');
    }
    const type = headers['content-type'];
    if (type !== undefined && !JSON_TYPE.test(type)) throw new Refusal('request/wrong-media-type');
    return true;
  }
}
