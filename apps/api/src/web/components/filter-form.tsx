import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';

export interface ActiveFilter {
  readonly label: string;
  /** The same list without this filter. */
  readonly removeHref: string;
}

interface FilterFormProps {
  readonly t: Translate;
  /** The page itself: a form with GET, so that the address holds all filters. */
  readonly action: string;
  readonly active?: readonly ActiveFilter[];
  readonly resetHref?: string;
  /** Id of the part that the script exchanges when a filter changes; it holds the ResultCount. */
  readonly results?: string;
  readonly children: ComponentChildren;
}

/** Filters as a plain form. With the script, changing a choice shows the answer at once, in place. */
export const FilterForm = ({
  t,
  action,
  active = [],
  resetHref,
  results,
  children,
}: FilterFormProps) => (
  <live-filter data-results={results}>
    <form
      class="filters"
      method="get"
      action={action}
      role="search"
      aria-label={t('filter.heading')}
    >
      <div class="filters__fields">{children}</div>
      <div class="filters__actions">
        <button class="button">{t('filter.apply')}</button>
        {active.length > 0 && resetHref ? <a href={resetHref}>{t('filter.reset')}</a> : null}
      </div>
    </form>
    {active.length > 0 ? (
      <div class="active-filters">
        <span id="active-filters">{t('filter.active')}</span>
        <ul aria-labelledby="active-filters">
          {active.map(({ label, removeHref }) => (
            <li>
              <a href={removeHref} aria-label={t('filter.remove', { name: label })}>
                {label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    ) : null}
  </live-filter>
);
