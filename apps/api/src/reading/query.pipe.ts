import { DomainError, type Issue } from '@klimaspur/domain';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
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

  /** All parameters may be left out, and most questions do so: then there is nothing to judge. */
  override async transform(query: object, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    return metatype && Object.keys(query).length === 0
      ? new metatype()
      : super.transform(query, metadata);
  }
}

const issuesOf = ({ target, property, value, constraints = {} }: ValidationError): Issue[] =>
  RULE in constraints
    ? issuesOfValue(fieldBehind(target!, property), value, property)
    : [{ path: property, code: 'field/unknown', params: {} }];
