import type { ComparedMeasure } from '@klimaspur/read-models';
import { entryPath, measurePath } from '../paths.js';
import { fieldPathName } from '../words/field-names.js';
import type { ComparisonProps } from './comparison-parts.js';

/** One sentence about one measure, and the entry behind it. */
export interface Line {
  readonly item: ComparedMeasure;
  readonly entry: string | null;
  readonly words: string;
}

/** Shown at once; what is more is one click away, the same for good news and bad. */
const SHOWN = 8;
/** No page holds more in one list: the file does. */
const MOST = 200;

interface ChangeListProps extends ComparisonProps {
  readonly lines: readonly Line[];
  /** Has the width of the page, and not of one of two columns. */
  readonly wide?: boolean;
}

export const ChangeList = (props: ChangeListProps) => {
  const { t, lines } = props;
  const more = lines.slice(SHOWN, MOST);
  return (
    <>
      <Lines {...props} lines={lines.slice(0, SHOWN)} />
      {more.length === 0 ? null : (
        <details class="disclosure">
          <summary>{t('compare.furtherOnes', { count: more.length })}</summary>
          <Lines {...props} lines={more} />
        </details>
      )}
      {lines.length > MOST ? (
        <p class="small">{t('compare.inFile', { count: lines.length - MOST })}</p>
      ) : null}
    </>
  );
};

const Lines = (props: ChangeListProps) => (
  <ul class={props.wide ? 'compared__list is-wide' : 'compared__list'}>
    {props.lines.map((line) => (
      <li>
        <Told {...props} line={line} />
      </li>
    ))}
  </ul>
);

/** Of a measure that is not there any more there is no page of that day. */
const Told = ({ t, town, at, line }: ComparisonProps & { readonly line: Line }) => {
  const { item, entry, words } = line;
  const { place } = item;
  return (
    <>
      {item.after ? (
        <a class="compared__title" href={at(measurePath(t.lang, town.slug, item.id))} lang="de">
          {item.title}
        </a>
      ) : (
        <span class="compared__title" lang="de">
          {item.title}
        </span>
      )}{' '}
      {item.after && entry ? (
        <a href={at(entryPath(t.lang, town.slug, item.id, entry))}>
          {words}
          <span class="hidden" lang="de">
            : {item.title}
          </span>
        </a>
      ) : (
        <span>{words}</span>
      )}
      {item.published ? null : <strong> {t('draft.short')}</strong>}
      {place?.fieldPath.length ? <small lang="de">{fieldPathName(place.fieldPath)}</small> : null}
    </>
  );
};
