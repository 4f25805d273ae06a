import { atomType } from '@klimaspur/exports';
import { type Lang, type Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import type { AskedMoment } from '../../reading/moment.js';
import { Notice } from '../components/notice.js';
import type { Said } from '../forms/saved-notice.js';
import { Breadcrumbs, type Crumb } from '../components/breadcrumbs.js';
import { momentWords } from '../words/moment-words.js';
import type { Assets } from './assets.js';
import { BehindBanner, ExampleBanner, LiveNotice, NewerBanner, PastBanner } from './banners.js';
import { Footer, type PrintedCheckpoint, type TownNote } from './footer.js';
import { Header, type Session } from './header.js';
import type { FeedLink, NavLink } from './nav-link.js';
import { type Preview, PreviewMeta } from './preview-meta.js';
import { PrintHeader } from './print-header.js';
import { Sprite } from './sprite.js';

export interface PageProps {
  readonly t: Translate;
  readonly assets: Assets;
  /** Name of the page without the product's. */
  readonly title: string;
  readonly description: string;
  /** Scheme and host under which the pages are reached, without a slash at the end. */
  readonly baseUrl: string;
  /** Address of this page in each language, from `/`, with the parameters that matter. */
  readonly paths: Readonly<Record<Lang, string>>;
  /** Where the other language leads, if not to its path. */
  readonly switchTo?: string;
  readonly navigation: readonly NavLink[];
  readonly footer: readonly NavLink[];
  /** Of the town whose page this is. */
  readonly town?: TownNote;
  readonly checkpoint?: PrintedCheckpoint;
  readonly breadcrumbs?: readonly Crumb[];
  readonly session?: Session;
  /** Set while the example is shown. */
  readonly example?: { readonly beginHref?: string; readonly text?: string };
  /** The moment of which it speaks, if it speaks of one. */
  readonly moment?: AskedMoment;
  /** The same page of today, where that moment lies in the past. */
  readonly todayHref?: string;
  /** The visitor wrote something that the page cannot show yet. */
  readonly behind?: boolean;
  readonly newer?: boolean;
  /** Stream of changes that this page shows; a link appears when something is new. */
  readonly changesHref?: string;
  /** What became of what the visitor just did. */
  readonly saved?: Said;
  /** A form came back with problems: said in the title, which is read out first. */
  readonly refused?: boolean;
  /** Pages that only their visitor should find, such as forms. */
  readonly hidden?: boolean;
  /** The picture that other sites show beside a link to this page. */
  readonly preview?: Preview;
  readonly feed?: FeedLink;
  readonly children: ComponentChildren;
}

/** The frame of every page: head, skip link, header, banners, main part, footer. */
export const Page = (props: PageProps) => {
  const { t, assets, baseUrl, paths, moment } = props;
  const title = titleOf(props);
  const here = baseUrl + paths[t.lang];
  return (
    <html lang={t.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${t('product.name')}`}</title>
        <meta name="description" content={props.description} />
        {props.hidden || props.todayHref ? <meta name="robots" content="noindex" /> : null}
        {props.hidden ? null : <PreviewMeta {...props} title={title} address={here} />}
        <link rel="canonical" href={here} data-filtered />
        <link rel="alternate" hreflang="de" href={baseUrl + paths.de} data-filtered />
        <link rel="alternate" hreflang="en" href={baseUrl + paths.en} data-filtered />
        <link rel="alternate" hreflang="x-default" href={baseUrl + paths.de} data-filtered />
        {props.feed ? <link rel="alternate" type={atomType} {...props.feed} data-filtered /> : null}
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#171A8F" />
        {assets.fonts.map((href) => (
          <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {assets.styles.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script type="module" src={assets.script} />
      </head>
      <body>
        <a class="skip-link" href="#main">
          {t('layout.skip')}
        </a>
        <Header
          t={t}
          navigation={props.navigation}
          otherLanguageHref={props.switchTo ?? paths[t.lang === 'de' ? 'en' : 'de']}
          session={props.session}
        />
        {props.example ? <ExampleBanner t={t} {...props.example} /> : null}
        <div class="column">
          <PrintHeader t={t} address={here} {...(moment ? { moment } : {})} />
          {props.breadcrumbs ? <Breadcrumbs t={t} crumbs={props.breadcrumbs} /> : null}
          {moment && props.todayHref ? (
            <PastBanner t={t} moment={moment} todayHref={props.todayHref} />
          ) : null}
          {props.behind ? <BehindBanner t={t} /> : null}
          {props.newer ? <NewerBanner t={t} /> : null}
          {props.changesHref ? <LiveNotice t={t} source={props.changesHref} /> : null}
        </div>
        <main id="main" class="column" tabindex={-1}>
          {props.saved ? (
            <Notice kind={props.saved.kind} announced>
              <p>{props.saved.words}</p>
            </Notice>
          ) : null}
          {props.children}
        </main>
        <Footer
          t={t}
          links={props.footer}
          {...(props.town ? { town: props.town } : {})}
          {...(props.checkpoint ? { checkpoint: props.checkpoint } : {})}
        />
        <Sprite />
      </body>
    </html>
  );
};

/** Wherever the title stands alone – in a tab, a bookmark, a shared link –, it says of which moment it speaks. */
const titleOf = ({ t, title, refused, moment, todayHref }: PageProps): string => {
  if (refused) return t('layout.titleWithError', { title });
  return moment && todayHref ? `${title}, ${momentWords(moment, t)}` : title;
};
