import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEraseIn } from '../../files/file-rights.js';
import { mayWrite } from '../../reading/reader.js';
import { measureFeedPath } from '../feeds/feed-paths.js';
import { assessPath, logPath } from '../log-form/log-paths.js';
import { notesFor } from '../measure-notes/shown-notes.js';
import { PageFrame } from '../page-frame.js';
import { historyPath, inBoth, measurePath, measuresPath, withQuery } from '../paths.js';
import { previewOf } from '../share/preview.js';
import { sharePath } from '../share/share-paths.js';
import { measureShared, senderOf } from '../share/shared-things.js';
import { summaryOf } from '../share/shared.js';
import { sourceOf } from '../town/town-parts.js';
import { endingOf } from '../file-endings.js';
import { jsonLines } from '../trail/trail-file.js';
import { historyCsv } from './history-file.js';
import { HistoryPage } from './history.page.js';
import { kindName, timelineEntries } from './history.view.js';
import { alliesOf } from './measure-allies.js';
import { mayAssess, mayChange } from './may-change.js';
import { MeasureDesk, type Asked, type FoundMeasure } from './measure-desk.js';
import {
  countingEntries,
  entriesOfKind,
  historyKinds,
  measureStory,
  type HistoryKind,
} from './measure-story.js';
import { MeasurePage } from './measure.page.js';
import { VoidedPages } from './voided-pages.js';

const LATEST = 5;
const JSON_ENDING = '.json';

/** One measure, and its history; each with its twins for programs. */
@ApiExcludeController()
@Controller()
export class MeasuresPagesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
    private readonly voided: VoidedPages,
  ) {}

  @Get(inBoth((lang) => measurePath(lang, ':slug', ':id')))
  async measure(
    @Param('slug') slug: string,
    @Param('id') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const ending = address.endsWith(JSON_ENDING) ? JSON_ENDING : '';
    const id = ending ? address.slice(0, -ending.length) : address;
    const found = ending ? this.desk.measureOf(reading, id) : this.desk.findMeasure(reading, id);
    if (!found) {
      return this.voided.send(request, reply, asked, id, (other, of) => measurePath(other, of, id));
    }
    const { measure, town } = found;
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, measurePath(lang, town.slug, id) + ending);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    if (ending) {
      const content = JSON.stringify(measure);
      return this.desk.sendFile(request, reply, { name: id, format: 'json', content });
    }
    const story = await measureStory(reading, measure.id, town, this.vault);
    const entries = story.entries.slice(0, LATEST);
    const may = mayChange(reading, town.id);
    const mayErase = mayEraseIn(reading, town.id);
    const notes = await notesFor(this.vault, reading, { town: town.id, measure: id });
    const page = pageOf(asked, found, (other) => measurePath(other, slug, id));
    const shared = measureShared(senderOf(reading, town, lang), measure, story);
    await this.frame.send(request, reply, {
      ...page,
      ...(page.hidden ? {} : { preview: previewOf(shared, reading, lang) }),
      title: measure.title,
      description: measure.teaser ?? summaryOf(shared, t),
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('list.crumb'), href: at(measuresPath(lang, slug)) },
        { label: measure.title, lang: 'de' },
      ],
      children: (
        <MeasurePage
          t={t}
          measure={measure}
          latest={timelineEntries(story, { measure, t, at, entries, may, mayErase })}
          all={timelineEntries(story, { measure, t, at, entries: story.entries })}
          counting={timelineEntries(story, { measure, t, at, entries: countingEntries(story) })}
          story={story}
          asOf={reading.view.asOf}
          observers={sourceOf({ t, town })}
          {...(page.hidden ? {} : { shareHref: at(sharePath(lang, measurePath(lang, slug, id))) })}
          {...(mayWrite(reading, town) ? { recordHref: logPath(lang, slug, id, 'form') } : {})}
          {...(mayAssess(reading, town) ? { assessHref: assessPath(lang, slug, id) } : {})}
          kin={this.desk.kinOf(reading, measure)}
          allies={alliesOf(reading, measure)}
          {...(notes ? { notes } : {})}
          at={at}
        />
      ),
    });
  }

  @Get(inBoth((lang) => historyPath(lang, ':slug', ':id')))
  async history(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const found = this.desk.findMeasure(reading, id);
    if (!found) {
      return this.voided.send(request, reply, asked, id, (other, of) => historyPath(other, of, id));
    }
    const { measure, town } = found;
    const kind = kindAsked(request, lang);
    const path = (other: Lang, ending = '') =>
      ofKind(other, historyPath(other, town.slug, id) + ending, kind);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path(lang));
    if (this.desk.isAnswered(request, reply, asked)) return;
    const story = await measureStory(reading, measure.id, town, this.vault);
    const entries = entriesOfKind(story, kind);
    await this.frame.send(request, reply, {
      ...pageOf(asked, found, path),
      title: t('history.title', { title: measure.title }),
      description: t('history.lead'),
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('list.crumb'), href: at(measuresPath(lang, slug)) },
        { label: measure.title, lang: 'de', href: at(measurePath(lang, slug, id)) },
        { label: t('history.crumb') },
      ],
      children: (
        <HistoryPage
          t={t}
          measure={measure}
          entries={timelineEntries(story, {
            ...{ measure, t, at, entries },
            may: mayChange(reading, town.id),
            mayErase: mayEraseIn(reading, town.id),
          })}
          kind={kind}
          moment={reading.moment}
          fileHref={(ending) => at(path(lang, ending))}
          at={at}
        />
      ),
    });
  }

  @Get(
    (['csv', 'json', 'jsonl'] as const).flatMap((ending) =>
      inBoth((lang) => `${historyPath(lang, ':slug', ':id')}.${ending}`),
    ),
  )
  async historyFile(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const { measure, town } = this.desk.measureOf(reading, id);
    const [kind, format] = [kindAsked(request, lang), endingOf(request) ?? 'json'];
    if (town.slug !== slug) {
      const path = `${historyPath(lang, town.slug, id)}.${format}`;
      return this.desk.goTo(reply, asked, ofKind(lang, path, kind));
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const story = await measureStory(reading, measure.id, town, this.vault);
    const items = entriesOfKind(story, kind);
    const kept = (path: string) => this.frame.baseUrlOf(request) + at(path);
    const content =
      format === 'csv'
        ? historyCsv(story, { measure, t, at: kept, entries: items })
        : format === 'jsonl'
          ? jsonLines(items)
          : JSON.stringify({ items });
    const name = `${id}-${lang === 'de' ? 'verlauf' : 'history'}`;
    return this.desk.sendFile(request, reply, { name, format, content });
  }
}

const kindAsked = ({ query }: FastifyRequest, lang: Lang): HistoryKind => {
  const wanted = (query as Readonly<Record<string, unknown>>)[kindName(lang)];
  return historyKinds.find((known) => known === wanted) ?? 'all';
};

const ofKind = (lang: Lang, path: string, kind: HistoryKind): string =>
  withQuery(path, { [kindName(lang)]: kind === 'all' ? undefined : kind });

const pageOf = (
  { lang, t, reading }: Asked,
  { measure, town }: FoundMeasure,
  path: (lang: Lang) => string,
) => ({
  lang,
  paths: { de: path('de'), en: path('en') },
  moment: reading.moment,
  section: 'municipalities' as const,
  live: { municipality: town.id },
  hidden: !measure.published || !town.published,
  feed: {
    href: measureFeedPath(lang, town.slug, measure.id),
    title: t('feed.title', { name: measure.title }),
  },
});
