import { checkData, type Field, type Issue } from '@klimaspur/domain';
import { ValidateBy } from 'class-validator';

/** Name of the constraint under which class-validator reports a broken rule. */
export const RULE = 'followsTheRule';

const NAME = 'value';

/** What the domain says about one value: the same rule for requests, importers and the command line. */
export const issuesOfValue = (field: Field, value: unknown, path: string): Issue[] =>
  checkData({ data: { [NAME]: field }, text: {} }, { [NAME]: value }).map((issue) => ({
    ...issue,
    path: path + issue.path.slice(NAME.length),
  }));

/** A class-validator decorator that asks the domain about a field. */
export const FollowsTheRule = (field: Field): PropertyDecorator =>
  ValidateBy(
    {
      name: RULE,
      constraints: [field],
      validator: { validate: (value) => issuesOfValue(field, value, '').length === 0 },
    },
    { context: field },
  );
