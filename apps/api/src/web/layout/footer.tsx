import type { Translate } from '@klimaspur/messages';
import type { NavLink } from './nav-link.js';

/** Whose pages these are, where they are those of one town. */
export interface TownNote {
  /** The town keeps them itself. */
  readonly official: boolean;
  readonly observersHref: string;
}

interface FooterProps {
  readonly t: Translate;
  readonly links: readonly NavLink[];
  readonly town?: TownNote;
  /** What the record was when the page was made, for paper. */
  readonly checkpoint?: PrintedCheckpoint;
}

export interface PrintedCheckpoint {
  readonly size: number;
  /** The beginning of the checksum. */
  readonly root: string;
  readonly address: string;
}

/** The duties of a site: only pages that exist are linked. */
export const Footer = ({ t, links, town, checkpoint }: FooterProps) => (
  <footer class="site-footer">
    <div class="column">
      {town ? (
        <p class="town-note">
          {town.official ? null : <strong>{t('town.unofficial')}</strong>}{' '}
          <a href={town.observersHref}>{t('town.observers')}</a>
        </p>
      ) : null}
      <nav aria-label={t('layout.footer')}>
        <ul data-filtered>
          {links.map(({ href, label, current }) => (
            <li>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {t('product.claim')} {t('layout.footer.openSource')}
      </p>
      {checkpoint ? (
        <p class="print-checkpoint">{t('print.checkpoint', { ...checkpoint })}</p>
      ) : null}
    </div>
  </footer>
);
