import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';

export interface ActiveFilter {
  readonly label: string;
  /** Language of the label, where it is the town's own text. */
  readonly lang?: string;
  /** The same list without this filter. */
  readonly removeHref: string;
}

interface FilterFormProps {
  readonly t: Translate;
  /** The page itself: a form with GET, so that the address holds all filters. */
  readonly action: string;
  readonly active?: readonly ActiveFilter[];
  readonly resetHref?: string;
  readonly children: ComponentChildren;
}

/**
 * Filters as a plain form. With the script, changing a choice shows the answer at once, in place: it exchanges
 * all parts of the page that are marked `data-filtered`.
 */
export const FilterForm = ({ t, action, active = [], resetHref, children }: FilterFormProps) => (
  <live-filter>
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
        <span data-filtered>
          {active.length > 0 && resetHref ? <a href={resetHref}>{t('filter.reset')}</a> : null}
        </span>
      </div>
    </form>
    <div class="active-filters" data-filtered>
      {active.length > 0 ? (
        <>
          <span id="active-filters">{t('filter.active')}</span>
          <ul aria-labelledby="active-filters">
            {active.map(({ label, lang, removeHref }) => (
              <li>
                <a href={removeHref} aria-label={t('filter.remove', { name: label })}>
                  <span lang={lang}>{label}</span> <span aria-hidden="true">×</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  </live-filter>
);
