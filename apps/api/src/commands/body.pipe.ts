import { DomainError, type Issue } from '@klimaspur/domain';
import { normalize } from '@klimaspur/event-store';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refusal } from '../errors/refusal.js';
import type { BodyClass } from './body-of.js';
import { fieldBehind, issuesOfValue, RULE } from './follows-the-rule.js';

/** Deeper than any command reaches; what follows walks through the body by recursion. */
const MAX_DEPTH = 16;

/** What class-validator's own checks are called in our words. */
const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'field/unknown',
  isDefined: 'field/missing',
};

/** Looks at the shape of a command's body, and gives it back as plain JSON with one spelling for each letter. */
@Injectable()
export class BodyPipe extends ValidationPipe {
  constructor(private readonly body: BodyClass) {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) =>
        new DomainError('command/invalid', errors.flatMap(issuesOf(''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<object> {
    if (
      value !== undefined &&
      (typeof value !== 'object' || value === null || Array.isArray(value))
    ) {
      throw new Refusal('request/not-an-object');
    }
    if (isDeeperThan(MAX_DEPTH, value))
      throw new Refusal('request/too-deep', { params: { max: MAX_DEPTH } });
    const metatype = this.body as new () => object;
    return normalize(
      (await super.transform({ text: {}, ...value }, { ...metadata, metatype })) as object,
    );
  }
}

const issuesOf =
  (parent: string) =>
  ({ target, property, value, constraints = {}, children = [] }: ValidationError): Issue[] => {
    const path = pathOf(parent, property);
    const constraint = Object.keys(codes).find((known) => known in constraints);
    if (constraint) return [{ path, code: codes[constraint]!, params: {} }];
    if (RULE in constraints) return issuesOfValue(fieldBehind(target!, property), value, path);
    if (children.length > 0) return children.flatMap(issuesOf(path));
    return [{ path, code: 'field/not-an-object', params: {} }];
  };

const pathOf = (parent: string, property: string): string => {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
};

/** Level by level, because a recursion is what it protects. */
function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  return false;
}
