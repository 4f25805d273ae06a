import { DomainError, type Issue } from '@klimaspur/domain';
import { Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { fieldBehind, issuesOfValue, RULE } from '../commands/follows-the-rule.js';

/** Reads the parameters of a question; a parameter that nobody knows is refused, because it would be a silent lie. */
@Injectable()
export class QueryPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => new DomainError('query/invalid', errors.flatMap(issuesOf)),
    });
  }
}

const issuesOf = ({ target, property, value, constraints = {} }: ValidationError): Issue[] =>
  RULE in constraints
    ? issuesOfValue(fieldBehind(target!, property), value, property)
    : [{ path: property, code: 'field/unknown', params: {} }];
