import type { Translate } from '@klimaspur/messages';
import type { NavLink } from './nav-link.js';

/** The duties of a site: only pages that exist are linked. */
export const Footer = ({ t, links }: { t: Translate; links: readonly NavLink[] }) => (
  <footer class="site-footer">
    <div class="column">
      <nav aria-label={t('layout.footer')}>
        <ul>
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
    </div>
  </footer>
);
