import { messages, type Lang } from '@klimaspur/messages';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Reader } from '../../reading/reader.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { PageETag } from '../page-etag.js';
import { PageFrame } from '../page-frame.js';
import { decisionPath, measurePath, townPath } from '../paths.js';
import { shapes } from './drawing/card.js';
import { Pictures } from './pictures.js';
import { previewOf, versionOf } from './preview.js';
import { type SharedKind, sharedKinds, ShareDesk } from './share-desk.js';
import { picturePath, pictureRoute, readPicture, sharePath } from './share-paths.js';
import { SharePage } from './share.page.js';
import { altOf, cardOf } from './shared.js';
import { shortText } from './short-text.js';

/** A month: what is taken out of the log must not live on for ever in the stores of others. */
const KEEP_SECONDS = 30 * 24 * 3_600;

const pathOf: Readonly<Record<SharedKind, (lang: Lang) => string>> = {
  town: (lang) => townPath(lang, ':slug'),
  measure: (lang) => measurePath(lang, ':slug', ':id'),
  decision: (lang) => decisionPath(lang, ':slug', ':id'),
};
const routes = sharedKinds.flatMap((kind) =>
  (['de', 'en'] as const).map((lang) => {
    const path = pathOf[kind](lang);
    return { kind, page: sharePath(lang, path), picture: pictureRoute(lang, path) };
  }),
);
/** As Nest wants them: without the leading stroke. */
const [pages, pictures] = (['page', 'picture'] as const).map((which) =>
  routes.map((route) => route[which].slice(1)),
) as [string[], string[]];

/** Pictures and short texts of towns, measures and decisions, made ready to be passed on. */
@ApiExcludeController()
@Controller()
export class ShareController {
  constructor(
    private readonly reader: Reader,
    private readonly desk: ShareDesk,
    private readonly asking: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly etag: PageETag,
    private readonly pictures: Pictures,
  ) {}

  @Get(pages)
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const wanted = wantedBy(request);
    const asked = this.asking.asked(request);
    const { lang, t, at } = asked;
    const reading = this.reader.asEverybody(asked.reading.view);
    const shared = await this.desk.find(wanted.kind, wanted.id, reading, lang);
    const path = (other: Lang) => sharePath(other, shared.path(other));
    if (shared.town.slug !== wanted.slug) return this.asking.goTo(reply, asked, path(lang));
    if (this.etag.unchanged(request, reply, asked.reading)) return;
    const version = versionOf(reading);
    const back = shared.path(lang);
    await this.frame.send(request, reply, {
      lang,
      title: t('share.title', { title: shared.named(shared.title) }),
      description: altOf(shared, t),
      paths: { de: path('de'), en: path('en') },
      moment: asked.reading.moment,
      section: 'municipalities',
      preview: previewOf(shared, reading, lang),
      breadcrumbs: [
        ...this.asking.crumbsOf(asked, shared.town),
        ...(wanted.kind === 'town' ? [] : [{ label: shared.title, lang: 'de', href: at(back) }]),
        { label: t('share.open') },
      ],
      children: (
        <SharePage
          t={t}
          shared={shared}
          text={shortText(shared, this.frame.baseUrlOf(request) + at(back), t)}
          alt={altOf(shared, t)}
          pictures={shapes.map((shape) => ({
            shape,
            href: picturePath(lang, back, version, shape),
          }))}
          backHref={at(back)}
        />
      ),
    });
  }

  @Get(pictures)
  async picture(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const lang = languageOf(request);
    const { kind, id, picture } = wantedBy(request);
    const asked = readPicture(picture, lang);
    if (!asked) throw new Refusal('route/unknown');
    const { asOf, asked: saysKnown } = asked.version;
    const then = this.reader.asEverybody(asked.version);
    const reading = saysKnown ? then : { ...then, moment: { asOf, past: then.moment.past } };
    const shared = await this.desk.find(kind, id, reading, lang);
    const t = messages(lang);
    const address = this.frame.baseUrlOf(request) + shared.path(lang);
    const card = cardOf(shared, { t, shape: asked.shape, address });
    const tag = `"${this.pictures.tagOf(card)}-${this.etag.build}"`;
    const head = {
      etag: tag,
      'cache-control': `public, max-age=${KEEP_SECONDS}`,
      // Other sites may show it: that is what it is for.
      'cross-origin-resource-policy': 'cross-origin',
    };
    if (PageETag.fits(request, tag)) return reply.status(304).headers(head).send();
    const png = await this.pictures.of(card, request.ip);
    return reply.headers(head).type('image/png').send(Buffer.from(png));
  }
}

interface Wanted {
  readonly kind: SharedKind;
  readonly slug: string;
  /** Of the measure or decision; of a town the name in its address. */
  readonly id: string;
  readonly picture: string;
}

const wantedBy = (request: FastifyRequest): Wanted => {
  const { slug = '', id = slug, picture = '' } = request.params as Partial<Wanted>;
  const { url } = request.routeOptions;
  const { kind } = routes.find((route) => url === route.page || url === route.picture)!;
  return { kind, slug, id, picture };
};
