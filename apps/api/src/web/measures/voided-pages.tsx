import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unknownMeasure } from '../../reading/measure-in.js';
import { voidedMeasure } from '../../reading/voided-measure.js';
import { notesFor } from '../measure-notes/shown-notes.js';
import { PageFrame } from '../page-frame.js';
import { measuresPath } from '../paths.js';
import { actorOf, timelineEntries } from './history.view.js';
import { type Asked, MeasureDesk } from './measure-desk.js';
import { measureStory } from './measure-story.js';
import { VoidedPage } from './voided.page.js';

/** Answers for measures that were recorded by mistake: gone, but not without a word. */
@Injectable()
export class VoidedPages {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
  ) {}

  /** Refused where there never was such a measure. `path`: the address that was asked for, in its town. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    id: string,
    path: (lang: Lang, slug: string) => string,
  ): Promise<void> {
    const { lang, t, reading, at } = asked;
    const measure = await voidedMeasure(reading, id);
    if (!measure) throw unknownMeasure(reading, id);
    const town = this.desk.townOf(reading, measure.municipality);
    if (!request.url.startsWith(path(lang, town.slug))) {
      return void this.desk.goTo(reply, asked, path(lang, town.slug));
    }
    const story = await measureStory(reading, id, town, this.vault);
    const { entries } = story;
    const notes = await notesFor(this.vault, reading, { town: town.id, measure: id });
    return this.frame.send(request, reply, {
      lang,
      title: measure.title,
      description: t('voided.title'),
      paths: { de: path('de', town.slug), en: path('en', town.slug) },
      moment: reading.moment,
      section: 'municipalities',
      hidden: true,
      status: HttpStatus.GONE,
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('list.crumb'), href: at(measuresPath(lang, town.slug)) },
        { label: measure.title, lang: 'de' },
      ],
      children: (
        <VoidedPage
          {...{ t, town, measure, at }}
          actor={actorOf(measure.voiding, story, t)}
          entries={timelineEntries(story, { measure: voidedAs(id, town), t, at, entries })}
          {...(notes ? { notes } : {})}
        />
      ),
    });
  }
}

/** Nothing about it is odd any more. */
const voidedAs = (id: string, municipality: { readonly slug: string }) => ({
  ...{ id, municipality, facts: { findings: [] }, voided: true as const },
});
