import { checkData, type Field, type Issue } from '@klimaspur/domain';
import { ValidateBy } from 'class-validator';

/** Name of the constraint under which class-validator reports a broken rule. */
export const RULE = 'followsTheRule';

const FIELD = 'field';
const NAME = 'value';

/** What the domain says about one value: the same rule for requests, importers and the command line. */
export const issuesOfValue = (field: Field, value: unknown, path: string): Issue[] =>
  checkData({ data: { [NAME]: field }, text: {} }, { [NAME]: value }).map((issue) => ({
    ...issue,
    path: path + issue.path.slice(NAME.length),
  }));

/** A class-validator decorator that asks the domain about a field, and remembers which. */
export const FollowsTheRule =
  (field: Field): PropertyDecorator =>
  (target, property) => {
    Reflect.defineMetadata(FIELD, field, target, property);
    ValidateBy({
      name: RULE,
      validator: { validate: (value) => issuesOfValue(field, value, '').length === 0 },
    })(target, property);
  };

/** The field behind a property that broke the rule: class-validator itself would not say. */
export const fieldBehind = (target: object, property: string): Field =>
  Reflect.getMetadata(FIELD, target, property) as Field;
