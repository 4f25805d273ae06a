import { actorPath } from '../table-paths.js';
import { actorNamed, type ShownTables } from './shown-table.js';

interface ActorLinkProps {
  readonly shown: ShownTables;
  readonly id: string;
}

/** An organisation by its name, with the way to its page; nothing of one that may not be named. */
export const ActorLink = ({ shown, id }: ActorLinkProps) => {
  const { t, town, at } = shown;
  const actor = actorNamed(shown, id);
  return actor ? (
    <a href={at(actorPath(t.lang, town.slug, id))} lang="de">
      {actor.name}
    </a>
  ) : null;
};

interface ActorListProps {
  readonly shown: ShownTables;
  readonly ids: readonly string[];
  /** How many more there are that may not be named. */
  readonly unnamed?: number;
}

export const ActorList = ({ shown, ids, unnamed = 0 }: ActorListProps) => {
  const named = ids.filter((id) => actorNamed(shown, id) !== undefined);
  return (
    <ul class="links">
      {named.map((id) => (
        <li>
          <ActorLink shown={shown} id={id} />
        </li>
      ))}
      {unnamed > 0 ? <li>{shown.t('roundtable.unnamed', { count: unnamed })}</li> : null}
    </ul>
  );
};
