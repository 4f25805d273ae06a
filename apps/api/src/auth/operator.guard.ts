import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isOperator } from './rights.js';
import { Refusal } from '../errors/refusal.js';

/** For what concerns the whole instance. Stands behind the guard that knows who asks. */
@Injectable()
export class OperatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
    if (isOperator(viewer)) return true;
    throw new Refusal(viewer ? 'auth/not-allowed' : 'auth/sign-in-needed');
  }
}
