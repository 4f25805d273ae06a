import type { SignedCheckpoint } from '@klimaspur/proofs';
import type { ComponentChildren } from 'preact';
import type { PageProps } from '../town/town-parts.js';
import { entryPath, measurePath } from '../paths.js';
import type { ReportView } from './report.view.js';

/** What every part of a report is given. */
export interface ReportProps extends PageProps, ReportView {
  /** Undefined: no Chromium is there, and readers print by themselves. */
  readonly pdfHref: string | undefined;
  /** The newest signed state of the log behind it. */
  readonly checkpoint: SignedCheckpoint | undefined;
  /** Where the same report can be read for good. */
  readonly address: string;
}

/** As many of each list as four sheets hold, also where 200 measures changed: the same for good news and bad. */
export const room = {
  pair: 4,
  dates: 5,
  late: 6,
  questions: 4,
  answers: 3,
  due: 6,
  fields: 12,
} as const;

/** So many of a list: where one alone would be left, it takes the line that would say so. */
export const shownOf = (count: number, most: number): number => (count === most + 1 ? count : most);

interface FurtherProps extends Pick<PageProps, 't'> {
  readonly count: number;
  /** Where all of them are. */
  readonly href: string;
  /** What they are, for those who hear a link without what stands around it. */
  readonly what: string;
}

/** „und 34 weitere“ */
export const Further = ({ t, count, href, what }: FurtherProps) =>
  count <= 0 ? null : (
    <p class="small">
      <a href={href}>
        {t('report.further', { count })}
        <span class="hidden">: {what}</span>
      </a>
    </p>
  );

/** So much of a text that it takes no more than its share of a sheet. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;

const LONGEST_TITLE = 80;

interface ListedProps {
  readonly children: ComponentChildren;
}

export const ReportList = ({ children }: ListedProps) => <ul class="report__list">{children}</ul>;

interface MeasureLineProps extends ReportProps {
  readonly id: string;
  readonly title: string;
  readonly number?: string | null | undefined;
  readonly words: string;
  readonly entry?: string | null;
}

/** One measure in one line: number and title, and what is said of it. */
export const MeasureLine = ({ t, at, town, id, title, number, words, entry }: MeasureLineProps) => (
  <li>
    <a
      href={at(
        entry ? entryPath(t.lang, town.slug, id, entry) : measurePath(t.lang, town.slug, id),
      )}
    >
      <strong lang="de">
        {[number, shortened(title, LONGEST_TITLE)].filter(Boolean).join(' ')}
      </strong>
      : {words}
    </a>
  </li>
);
