import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import { type Lang, messages, type Translate } from '@klimaspur/messages';
import { toBase64 } from '@klimaspur/proofs';
import type { TownSign } from '@klimaspur/read-models';
import type { Settings } from '@klimaspur/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { signInPaths, signOutPaths } from '../auth/sign-in-address.js';
import { LinkHealth } from '../links/link-health.js';
import type { AskedMoment } from '../reading/moment.js';
import { Checkpoints } from '../proofs/checkpoints.js';
import { Worlds } from '../persistence/worlds.js';
import { Reader } from '../reading/reader.js';
import { baseUrlOf } from '../http/base-url.js';
import { SETTINGS } from '../settings.module.js';
import { barrierPath } from './barriers/barrier-paths.js';
import type { Crumb } from './components/breadcrumbs.js';
import { FileLimit } from './components/file-field.js';
import { UnreachableSince } from './components/unreachable.js';
import { type Assets, assetsFrom, type Manifest } from './layout/assets.js';
import { homePath } from './home/home-path.js';
import type { TownNote } from './layout/footer.js';
import type { FeedLink, NavLink } from './layout/nav-link.js';
import { Page } from './layout/page.js';
import type { Preview } from './layout/preview-meta.js';
import { render } from './layout/render.js';
import { type Said, SavedNotices } from './forms/saved-notice.js';
import { infoPaths, infoTitles, type InfoPage } from './info/info-paths.js';
import { accountPath } from './account/account-paths.js';
import { siteKeys, sitePath, siteTitles } from './site/site-paths.js';
import { withMoment } from './moment-address.js';
import { OtherDaySection } from './other-day/other-day.js';
import { otherDays } from './other-day/other-days.js';
import { beginPath, observersPath, slugIn } from './paths.js';
import { inWordsOf } from './words/taken-out-words.js';

/** What one page brings along; the frame adds head, navigation, banners and footer. */
export interface PageContent {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  /** Address of this page in each language, without the dates of the question. */
  readonly paths: Readonly<Record<Lang, string>>;
  /** Where the other language leads, if its address holds what nobody else is to know. */
  readonly switchTo?: string;
  readonly breadcrumbs?: readonly Crumb[];
  readonly moment?: AskedMoment;
  /** Which entry of the navigation this page belongs to. */
  readonly section?: 'municipalities' | 'home';
  /** Something new may happen on it: listens to the changes of this town, or of all. */
  readonly live?: { readonly municipality?: string };
  readonly hidden?: boolean;
  readonly refused?: boolean;
  readonly status?: number;
  /** For pages that everybody can see. */
  readonly preview?: Preview;
  /** What happens here, to subscribe to; only of what everybody can see. */
  readonly feed?: FeedLink;
  readonly children: ComponentChildren;
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Enough of a checksum to compare it by eye. */
const ROOT_SHOWN = 12;

/** The folder that Vite fills: beside the built server, or in `dist` where the sources run. */
export const webFolder = (): string => {
  const besides = fileURLToPath(new URL('../../../../web', import.meta.url));
  return existsSync(besides)
    ? besides
    : fileURLToPath(new URL('../../../../dist/web', import.meta.url));
};

/** Puts every page into the same frame and sends it. */
@Injectable()
export class PageFrame {
  private assets: Assets | undefined;

  constructor(
    private readonly worlds: Worlds,
    private readonly reader: Reader,
    private readonly notices: SavedNotices,
    private readonly links: LinkHealth,
    private readonly checkpoints: Checkpoints,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async send(request: FastifyRequest, reply: FastifyReply, content: PageContent): Promise<void> {
    const saved = this.notices.take(request, reply, content.lang);
    const html = this.html(request, content, saved);
    await reply
      .status(content.status ?? 200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': request.viewer || content.hidden ? 'private, no-store' : 'no-cache',
        vary: 'Cookie',
      })
      .send(html);
  }

  html(request: FastifyRequest, content: PageContent, saved?: Said): string {
    const { lang, moment, paths } = content;
    const t = messages(lang);
    const example = this.worlds.current().name === 'example';
    const town = this.townOf(request, content);
    this.assets ??= assetsFrom(
      JSON.parse(readFileSync(`${webFolder()}/manifest.json`, 'utf8')) as Manifest,
    );
    const props = {
      t,
      assets: this.assets,
      title: content.title,
      description: content.description,
      baseUrl: this.baseUrlOf(request),
      paths: moment?.past ? datedPaths(paths, moment) : paths,
      ...(content.switchTo ? { switchTo: content.switchTo } : {}),
      navigation: [
        {
          href: t.lang === 'de' ? '/de/kommunen' : '/en/municipalities',
          label: t('nav.municipalities'),
          current: content.section === 'municipalities',
        },
        ...(request.viewer
          ? [{ href: homePath(lang), label: t('nav.home'), current: content.section === 'home' }]
          : []),
      ],
      footer: footerLinks(t, paths),
      ...(town ? { town: noteOf(town, lang) } : {}),
      ...this.checkpoint(request),
      ...(content.breadcrumbs ? { breadcrumbs: content.breadcrumbs } : {}),
      session: {
        ...(request.viewer ? { name: request.viewer.label, accountHref: accountPath(lang) } : {}),
        signInHref: signInPaths[lang],
        signOutAction: signOutPaths[lang],
      },
      ...(example ? { example: exampleOf(t, town) } : {}),
      ...(moment ? { moment } : {}),
      ...(moment?.past ? { todayHref: paths[lang] } : {}),
      ...(request.behind ? { behind: true } : {}),
      ...(this.hasNewer(content, town) ? { newer: true } : {}),
      ...(content.live && !moment?.past ? { changesHref: changesHref(content.live) } : {}),
      ...(content.hidden ? { hidden: true } : {}),
      ...(content.preview ? { preview: content.preview } : {}),
      ...(content.feed && !content.hidden ? { feed: content.feed } : {}),
      ...(content.refused ? { refused: true } : {}),
      saved,
    };
    const html = render(
      <UnreachableSince.Provider value={(url) => this.links.since(url)}>
        <FileLimit.Provider value={this.settings.fileMegabytes}>
          <Page {...props}>
            {content.children}
            {this.otherDay(request, content, town)}
          </Page>
        </FileLimit.Provider>
      </UnreachableSince.Provider>,
    );
    return inWordsOf(lang, html);
  }

  /** For every page that speaks of a moment: the ways to other ones. The days are those that are known today. */
  private otherDay(
    request: FastifyRequest,
    { lang, moment, paths }: PageContent,
    town: TownSign | undefined,
  ) {
    if (!moment) return null;
    const { models, view } = this.reader.today(request, lang);
    const told = town ? models.daysTold(town.id, view) : { councils: [], entries: [], known: [] };
    const asked = { lang, moment, path: paths[lang] };
    return <OtherDaySection t={messages(lang)} {...asked} {...otherDays(told, asked)} />;
  }

  /** Scheme and host under which the visitor reaches the pages. */
  baseUrlOf(request: FastifyRequest): string {
    return baseUrlOf(this.settings, request);
  }

  /** An older one is as true as the newest: a page that is kept may go on with what it was made with. */
  private checkpoint(request: FastifyRequest) {
    const newest = this.checkpoints.newest();
    if (!newest) return {};
    const root = toBase64(newest.root).slice(0, ROOT_SHOWN);
    const address = `${this.baseUrlOf(request)}/checkpoints/${newest.size}`;
    return { checkpoint: { size: newest.size, root, address } };
  }

  /** By the address as well: whatever a page is about, its id stands there. */
  private hasNewer({ paths, refused }: PageContent, town: TownSign | undefined): boolean {
    if (refused) return false;
    const ids = [...(paths.de.match(IDS) ?? []), ...(town ? [town.id] : [])];
    return ids.length > 0 && this.worlds.current().readModels.hasNewer(ids);
  }

  /** By the address, so that no page of a town can be without it. */
  private townOf(request: FastifyRequest, { lang, paths }: PageContent): TownSign | undefined {
    const slug = slugIn(paths.de);
    if (slug === undefined) return undefined;
    const { models, view } = this.reader.today(request, lang);
    return models.townSign(slug, view);
  }
}

/** Says from which page somebody comes, so that they need not type it. */
const barrierLink = (t: Translate, paths: PageContent['paths']): NavLink => {
  const current = paths.de === barrierPath('de');
  const href = barrierPath(t.lang, current ? undefined : paths[t.lang]);
  return { href, label: t('barrier.title'), current };
};

/** Pages that every page leads to; the order is that in which people look for them. */
const footerLinks = (t: Translate, paths: PageContent['paths']): NavLink[] => [
  ...(Object.keys(infoPaths) as InfoPage[]).map((page) => ({
    href: infoPaths[page][t.lang],
    label: t(infoTitles[page]),
    current: infoPaths[page].de === paths.de,
  })),
  { href: '/api/docs', label: t('nav.api') },
  ...siteKeys.flatMap((key) => [
    {
      href: sitePath(t.lang, key),
      label: t(siteTitles[key]),
      current: sitePath('de', key) === paths.de,
    },
    ...(key === 'accessibility' ? [barrierLink(t, paths)] : []),
  ]),
];

const noteOf = ({ relation, slug }: TownSign, lang: Lang): TownNote => ({
  official: relation === 'MUNICIPALITY',
  observersHref: observersPath(lang, slug),
});

/** An example of a town that exists, made of public facts, says that neither group nor town keeps it. */
const exampleOf = (t: Translate, town: TownSign | undefined) => ({
  ...(town && town.ags !== null ? { text: t('example.publicSources') } : {}),
  beginHref: beginPath(t.lang),
});

const changesHref = ({ municipality }: { readonly municipality?: string }) =>
  `/api/v1/changes${municipality === undefined ? '' : `?municipality=${municipality}`}`;

/** The same page of the same moment in the other language. */
const datedPaths = (paths: Readonly<Record<Lang, string>>, moment: AskedMoment) => ({
  de: withMoment(paths.de, 'de', moment),
  en: withMoment(paths.en, 'en', moment),
});
