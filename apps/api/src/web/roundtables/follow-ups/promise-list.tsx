import type { AboutTown } from '../../forms/asked.js';
import { workPath } from '../../paths.js';
import type { TablePromise } from './open-points.js';
import { careWords, waitingWords } from './waiting-words.js';

interface PromiseListProps {
  readonly about: AboutTown;
  readonly promises: readonly TablePromise[];
  /** Who promised, where a list holds several. */
  readonly nameOf?: (actor: string) => string;
  /** Says at which table, where a list holds those of several. */
  readonly withTable?: boolean;
}

/** Promises that are open, each leading to where one says what became of it. */
export const PromiseList = ({ about, promises, nameOf, withTable }: PromiseListProps) => {
  const { t, lang, town } = about;
  return (
    <ul class="tasks">
      {promises.map((promise) => {
        const { followUp, table } = promise;
        const said = [
          ...(nameOf ? [nameOf(followUp.actor)] : []),
          ...(withTable ? [table.name] : []),
        ];
        return (
          <li>
            <p class="tasks__what">
              <a
                href={workPath(lang, town.slug, 'tables', table.id, 'followUps', followUp.followUp)}
                lang="de"
              >
                {followUp.what}
              </a>
              <small lang="de">{said.join(', ')}</small>
            </p>
            <p class="tasks__stand">
              {promise.stale ? (
                <strong>{waitingWords(promise, t)}</strong>
              ) : (
                waitingWords(promise, t)
              )}
              {careWords(followUp, t).map((words) => (
                <small>{words}</small>
              ))}
            </p>
          </li>
        );
      })}
    </ul>
  );
};
