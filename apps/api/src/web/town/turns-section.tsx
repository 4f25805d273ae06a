import type { TurnKind } from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import { StatusIcon } from '../layout/sprite.js';
import { measurePath } from '../paths.js';
import { dayWords } from '../words/day-words.js';
import { codeWord } from '../words/entry-words.js';
import type { TownProps } from './town-parts.js';

const kinds = ['adopted', 'completed', 'delayed'] as const satisfies readonly TurnKind[];

/** „Neu beschlossen“, „Abgeschlossen“, „Verzögert“: what went well has as much room as what did not. */
export const TurnsSection = (props: TownProps) => (
  <section aria-labelledby="turns-heading">
    <h2 id="turns-heading">{props.t('turns.title')}</h2>
    <div class="turns">
      {kinds.map((kind) => (
        <div class={`turns__kind is-${kind}`}>
          <h3>
            <StatusIcon status={kind} /> {props.t(`turns.${kind}`)}
          </h3>
          <Turns {...props} kind={kind} />
        </div>
      ))}
    </div>
  </section>
);

const Turns = ({ t, town, at, turns, kind }: TownProps & { readonly kind: TurnKind }) =>
  turns[kind].length === 0 ? (
    <EmptyState text={t('turns.none')} />
  ) : (
    <ol class="turns__list">
      {turns[kind].map(({ measure, on, since, latest }) => (
        <li>
          <a href={at(measurePath(t.lang, town.slug, measure.id))} lang="de">
            {measure.title}
          </a>
          <span>
            {dayWords(on, since, t, latest)}
            {kind === 'adopted' && measure.decision === 'ADOPTED_IN_PRINCIPLE'
              ? ` · ${codeWord(t, 'decisionState', measure.decision)}`
              : ''}
          </span>
        </li>
      ))}
    </ol>
  );
