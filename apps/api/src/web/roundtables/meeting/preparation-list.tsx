import type { Translate } from '@klimaspur/messages';
import { Task } from '../../plans/plans.page.js';
import type { Prepared } from './preparation.js';

interface PreparationProps {
  readonly t: Translate;
  readonly steps: readonly Prepared[];
  readonly href: (...parts: readonly string[]) => string;
}

/** What is done and what is missing; each line leads to where it is mended. */
export const Preparation = ({ t, steps, href }: PreparationProps) => (
  <section aria-labelledby="preparation-heading">
    <h2 id="preparation-heading">{t('roundtable.preparation')}</h2>
    <p>
      {t('roundtable.preparation.done', {
        done: steps.filter(({ done }) => done).length,
        all: steps.length,
      })}
    </p>
    <ul class="tasks">
      {steps.map(({ step, done, count, of, where }) => (
        <Task
          href={href(...where)}
          title={t(`roundtable.step.${step}`)}
          hint={t(`roundtable.step.${step}.hint`)}
          stand={
            <>
              <strong>{t(done ? 'roundtable.step.done' : 'roundtable.step.missing')}</strong>
              {of > 1 ? ` ${t('roundtable.step.count', { count, of })}` : null}
            </>
          }
        />
      ))}
    </ul>
  </section>
);
