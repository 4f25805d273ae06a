import type { Field } from '@klimaspur/domain';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, ValidateIf } from 'class-validator';
import { FollowsTheRule } from '../commands/follows-the-rule.js';
import { schemaOf } from '../commands/schema-of.js';

const answers: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** An empty parameter says nothing, as in the address of a form that was left empty. */
const asValue: Readonly<Partial<Record<Field['kind'], (text: string) => unknown>>> = {
  boolean: (text) => answers.get(text) ?? text,
  integer: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
  list: (text) => text.split(','),
};

const read = (field: Field, value: unknown): unknown => {
  if (value === '') return undefined;
  // Given twice: several values where a list is meant, else nothing we could guess.
  if (Array.isArray(value)) return field.kind === 'list' ? value.flatMap(partsOf) : value;
  return typeof value === 'string' ? (asValue[field.kind]?.(value) ?? value) : value;
};

const partsOf = (value: unknown): unknown => (typeof value === 'string' ? value.split(',') : value);

/** One parameter of a question: read from the text of the address, judged by the rule of the domain. */
export const Asked =
  (field: Field, description: string): PropertyDecorator =>
  (target, property) => {
    const options = { ...schemaOf(field), description } as ApiPropertyOptions;
    for (const decorate of [
      Transform(({ value }) => read(field, value)),
      ValidateIf((_, value) => value !== undefined),
      FollowsTheRule(field),
      ApiPropertyOptional(options),
    ]) {
      decorate(target, property);
    }
  };

/** One parameter that names a day; `checkPeriod` knows which days there are. */
export const AskedDay =
  (form: Field, description: string): PropertyDecorator =>
  (target, property) => {
    const options = { ...schemaOf(form), description } as ApiPropertyOptions;
    for (const decorate of [
      Transform(({ value }) => read(form, value)),
      Allow(),
      ApiPropertyOptional(options),
    ]) {
      decorate(target, property);
    }
  };
