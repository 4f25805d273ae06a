import { type ChangeKind, changePairs } from '@klimaspur/domain';
import type { ComparedMeasure } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '../components/empty-state.js';
import { OwnWords } from '../components/own-words.js';
import { sourceOf } from '../town/town-parts.js';
import { ChangeList, type Line } from './change-list.js';
import type { ComparisonProps } from './comparison-parts.js';
import { changesOf, correctedIn, recordedSince } from './comparison.view.js';
import { changeSentence, correctionWords } from './comparison-words.js';

/** What is neither good nor bad, in the order of a measure's life. */
const others = ['rescheduled', 'proceeding', 'planned', 'other', 'removed'] as const;

/** All that changed: each change stands in one of these lists. */
export const ChangeSections = (props: ComparisonProps) => {
  const { t, items } = props;
  if (items.length === 0) return <EmptyState text={t('compare.nothing')} />;
  return (
    <>
      <section aria-labelledby="pairs-heading">
        <h2 id="pairs-heading">{t('compare.pairs')}</h2>
        <div class="compared">
          {changePairs.flat().map((kind) => (
            <KindOf {...props} kind={kind} />
          ))}
        </div>
      </section>
      <Others {...props} />
      <Opinions {...props} />
    </>
  );
};

const linesOf = ({ t, items, scope }: ComparisonProps, ...kinds: readonly ChangeKind[]): Line[] =>
  changesOf(items, ...kinds).map((told) => ({
    item: told.item,
    entry: told.change.entry,
    words: changeSentence(told, scope, t),
  }));

/** One list of a pair; where there is nothing, it says so, and keeps its place. */
const KindOf = (
  props: ComparisonProps & { readonly kind: (typeof changePairs)[number][number] },
) => {
  const { t, kind } = props;
  const lines = linesOf(props, kind);
  return (
    <div class="compared__kind">
      <h3>{t('compare.heading', { what: t(`compare.kind.${kind}`), count: lines.length })}</h3>
      {lines.length === 0 ? (
        <p class="small">{t('compare.none')}</p>
      ) : (
        <ChangeList {...props} lines={lines} />
      )}
    </div>
  );
};

const Others = (props: ComparisonProps) => {
  const { t, items } = props;
  const added = [
    ...linesOf(props, 'added'),
    ...recordedSince(items).map((item) => ({ item, entry: null, words: t('compare.recorded') })),
  ];
  const corrected = correctedIn(items).map((item) => lineOfCorrections(item, props));
  const lists = [
    ...others.map((kind) => ({ kind, lines: linesOf(props, kind) })),
    { kind: 'added' as const, lines: added },
    { kind: 'corrected' as const, lines: corrected },
  ].filter(({ lines }) => lines.length > 0);
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="others-heading">
      <h2 id="others-heading">{t('compare.others')}</h2>
      {lists.map(({ kind, lines }) => (
        <Listed {...props} lines={lines}>
          {t('compare.heading', { what: t(`compare.kind.${kind}`), count: lines.length })}
        </Listed>
      ))}
    </section>
  );
};

const lineOfCorrections = (item: ComparedMeasure, { t }: ComparisonProps): Line => ({
  item,
  entry: item.corrections?.entry ?? null,
  words: correctionWords(item, t),
});

interface ListedProps extends ComparisonProps {
  readonly lines: readonly Line[];
  readonly children: ComponentChildren;
}

const Listed = ({ children, ...props }: ListedProps) => (
  <>
    <h3>{children}</h3>
    <ChangeList {...props} wide />
  </>
);

/** What the observers think: apart from the facts, and signed. */
const Opinions = (props: ComparisonProps) => {
  const { t } = props;
  const lines = linesOf(props, 'assessed');
  if (lines.length === 0) return null;
  const group = sourceOf(props);
  return (
    <section aria-labelledby="opinions-heading">
      <h2 id="opinions-heading">
        <OwnWords t={t} text={t('town.assessment', { group })} own={[group]} />
      </h2>
      <p class="small">{t('town.assessment.own')}</p>
      <ChangeList {...props} lines={lines} wide />
    </section>
  );
};
