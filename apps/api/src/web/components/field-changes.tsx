import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { wordDiff } from './word-diff.js';

/** What a field said and what it says now; empty: nothing. */
export interface FieldChange {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

interface FieldChangesProps {
  readonly t: Translate;
  readonly changes: readonly FieldChange[];
  /** Language of what people typed, where it is not that of the page. */
  readonly textLang?: string | undefined;
}

/** So much is read at a glance. */
const SHORT = 160;

/** Which fields changed, from what to what; of long texts only the words that did, folded away. */
export const FieldChanges = ({ t, changes, textLang }: FieldChangesProps) => (
  <dl class="changes">
    {changes.map((change) => (
      <div>
        <dt>{change.label}</dt>
        <dd>
          {isShort(change) ? (
            <Whole t={t} change={change} lang={textLang} />
          ) : (
            <details class="disclosure">
              <summary>
                {t(change.from === '' ? 'changes.show.new' : 'changes.show')}
                <span class="hidden">: {change.label}</span>
              </summary>
              <Words t={t} change={change} lang={textLang} />
            </details>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

const isShort = ({ from, to }: FieldChange): boolean =>
  from.length + to.length <= SHORT && !/\n/.test(from + to);

interface ChangeProps {
  readonly t: Translate;
  readonly change: FieldChange;
  readonly lang: string | undefined;
}

/** The old text, then the new one. */
const Whole = ({ t, change: { from, to }, lang }: ChangeProps) => (
  <>
    {from === '' ? null : (
      <Old t={t} lang={lang}>
        {from}
      </Old>
    )}{' '}
    {to === '' ? (
      t('changes.removed')
    ) : (
      <New t={t} lang={lang}>
        {to}
      </New>
    )}
  </>
);

const Words = ({ t, change: { from, to }, lang }: ChangeProps) => (
  <p class="changes__words">
    {wordDiff(from, to).map(({ kind, text }) => {
      if (kind === 'same') return <span lang={lang}>{text}</span>;
      const Mark = kind === 'old' ? Old : New;
      return (
        <Mark t={t} lang={lang}>
          {text}
        </Mark>
      );
    })}
  </p>
);

type MarkProps = Pick<ChangeProps, 't' | 'lang'> & { readonly children: ComponentChildren };

/** Few screen readers tell what `del` and `ins` mean; therefore it is said. */
const Old = ({ t, lang, children }: MarkProps) => (
  <del>
    <span class="hidden">{t('changes.old')} </span>
    <span lang={lang}>{children}</span>
  </del>
);

const New = ({ t, lang, children }: MarkProps) => (
  <ins>
    <span class="hidden">{t('changes.new')} </span>
    <span lang={lang}>{children}</span>
  </ins>
);
