import type { Recorded } from '../../commands/record-entry.command.js';
import type { FormReader } from '../forms/form-reader.js';
import type { FormWish, Write } from '../forms/form-writer.js';
import { readTarget } from '../work/target-fields.js';

/** What is known of a town when it begins. */
export interface NewTown {
  readonly founded: object;
  readonly described: object | undefined;
  readonly target: Omit<FormWish, 'id'> | undefined;
}

export const readTown = (reader: FormReader): NewTown => {
  const [population, populationOn] = [reader.integer('population'), reader.date('populationOn')];
  return {
    founded: {
      ags: reader.text('ags'),
      state: reader.text('state'),
      text: { name: reader.text('name') },
    },
    described:
      population === undefined && populationOn === undefined
        ? undefined
        : { population, populationOn },
    target: readTarget(reader),
  };
};

/** Who founds a town leads it: only then can they do everything there without being the operator. */
export const foundTown = async (
  write: Write,
  { founded, described, target }: NewTown,
  person: string,
): Promise<Recorded> => {
  const category = 'municipality';
  const founding = { category, command: 'found-municipality', body: founded } as const;
  const describing = { category, command: 'describe-municipality', body: described ?? {} } as const;
  await write.check(founding, describing, ...(target ? [target] : []));
  const town = await write(founding);
  const { id, revision } = town;
  let { position } = town;
  if (described) ({ position } = await write({ ...describing, id, revision }));
  if (target) ({ position } = await write({ ...target, id }));
  const role = { role: 'LEAD', municipality: id };
  ({ position } = await write({
    category: 'person',
    command: 'grant-role',
    id: person,
    body: role,
  }));
  return { ...town, position };
};
