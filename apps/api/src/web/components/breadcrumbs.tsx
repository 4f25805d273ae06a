import type { Translate } from '@klimaspur/messages';

export interface Crumb {
  readonly label: string;
  /** Language of the label, where it is the town's own text. */
  readonly lang?: string | undefined;
  /** Absent for the page itself, which comes last. */
  readonly href?: string;
}

export const Breadcrumbs = ({ t, crumbs }: { t: Translate; crumbs: readonly Crumb[] }) => (
  <nav class="breadcrumbs" aria-label={t('layout.breadcrumbs')}>
    <ol>
      {crumbs.map(({ label, lang, href }) => (
        <li lang={lang}>
          {href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
        </li>
      ))}
    </ol>
  </nav>
);
