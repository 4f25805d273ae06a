import { date, type EventDefinition, type Field, type Fields } from '@klimaspur/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateIf, ValidateNested } from 'class-validator';
import { FollowsTheRule } from './follows-the-rule.js';
import { schemaOf } from './schema-of.js';

export type BodyClass = abstract new () => object;
type Defined = Pick<EventDefinition, 'type' | 'data' | 'text'>;

const nested = new Map<Fields, BodyClass>();
const names = new Set<string>();

/** The class of a command's body: `{ occurredOn?, ...data, text }`, made from the event it asks for. */
export function bodyOf({ type, data, text }: Defined): BodyClass {
  const made = classNamed(`${type}Body`, type, data);
  // A correction replaces the day as well: left out, it would be lost.
  const mustName = type === 'EntryCorrected';
  const day = date('day it happened: YYYY, YYYY-MM, YYYY-MM-DD, or null for "day unknown"');
  decorate(made, 'occurredOn', [
    mustName ? ValidateIf((_, value) => value !== null) : presentOnly,
    ...(mustName ? [IsDefined()] : []),
    FollowsTheRule(day),
    described({ ...schemaOf(day), nullable: true, required: mustName }),
  ]);
  const words = nestedClass('text', type, text);
  decorate(made, 'text', [
    FollowsTheRule(anObject),
    ValidateNested(),
    Type(() => words as new () => object),
    described({ type: () => words, required: Object.values(text).some(isRequired) }),
  ]);
  return made;
}

const isRequired = (field: Field): boolean => !field.optional;
const presentOnly = ValidateIf((_, value) => value !== undefined && value !== null);
/** What lies inside is looked at by its own class. */
const anObject: Field = { kind: 'entry-data' };
const unlessAbsent = ValidateIf((_, value) => value !== undefined);

function classNamed(name: string, type: string, fields: Fields): BodyClass {
  const made = { [name]: class {} }[name]!;
  for (const [property, field] of Object.entries(fields)) {
    decorate(made, property, [
      field.optional ? unlessAbsent : IsDefined(),
      ...decoratorsOf(property, type, field),
    ]);
  }
  return made;
}

function decoratorsOf(property: string, type: string, field: Field): PropertyDecorator[] {
  const required = isRequired(field);
  if (field.kind === 'object') {
    const inner = nestedClass(property, type, field.fields);
    return [
      FollowsTheRule(anObject),
      ValidateNested(),
      Type(() => inner as new () => object),
      described({ type: () => inner, required, description: field.doc }),
    ];
  }
  if (field.kind === 'list' && field.of.kind === 'object') {
    const inner = nestedClass(property, type, field.of.fields);
    return [
      FollowsTheRule({ ...field, of: anObject }),
      ValidateNested({ each: true }),
      Type(() => inner as new () => object),
      described({ type: () => [inner], maxItems: field.max, required, description: field.doc }),
    ];
  }
  return [FollowsTheRule(field), described({ ...schemaOf(field), required })];
}

const described = (options: object): PropertyDecorator =>
  ApiProperty(options as ApiPropertyOptions);

/** One class for each set of fields, so that what several events share is one schema; each has its own `text`. */
function nestedClass(property: string, type: string, fields: Fields): BodyClass {
  const known = property === 'text' ? undefined : nested.get(fields);
  if (known) return known;
  const simple = property[0]!.toUpperCase() + property.slice(1);
  const name = property === 'text' || names.has(simple) ? type + simple : simple;
  const made = classNamed(name, type, fields);
  names.add(name);
  nested.set(fields, made);
  return made;
}

function decorate(made: BodyClass, property: string, decorators: readonly PropertyDecorator[]) {
  Reflect.defineMetadata('design:type', Object, made.prototype as object, property);
  for (const apply of decorators) apply(made.prototype as object, property);
}
