import { isUuid } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.js';
import { eraseFilePath } from '../../files/file-paths.js';
import { mayEraseIn } from '../../files/file-rights.js';
import { type DecisionDetail, GetDecision } from '../../queries/get-decision.query.js';
import type { Reading } from '../../reading/reader.js';
import { filesNamed, shownEvidence } from '../evidence/shown-evidence.js';
import { mayIn } from '../forms/rights.js';
import { mayChange } from '../measures/may-change.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import {
  decisionPath,
  decisionsPath,
  filterNames,
  inBoth,
  pageCount,
  pageNumber,
  withQuery,
  workPath,
} from '../paths.js';
import { previewOf } from '../share/preview.js';
import { sharePath } from '../share/share-paths.js';
import { decisionShared, senderOf } from '../share/shared-things.js';
import { summaryOf } from '../share/shared.js';
import { changePath, newDecisionPath } from './decision-paths.js';
import { DecisionPage } from './decision.page.js';
import { DecisionsPage } from './decisions.page.js';

const PER_PAGE = 50;

/** The votes of a town that concern several measures. */
@ApiExcludeController()
@Controller()
export class DecisionPagesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly bus: QueryBus,
    private readonly vault: Vault,
  ) {}

  @Get(inBoth((lang) => decisionsPath(lang, ':slug')))
  async list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const town = this.desk.townOf(reading, slug);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, decisionsPath(lang, town.slug));
    if (this.desk.isAnswered(request, reply, asked)) return;
    const ids = reading.models.decisionsOf(town.id, reading.view);
    const pages = pageCount(ids.length, PER_PAGE);
    const query = request.query as Readonly<Record<string, unknown>>;
    const page = Math.min(pages, pageNumber(query[filterNames[lang].page]));
    const shown = ids.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const decisions = await this.thoseThere(reading, shown);
    const path = (other: Lang, number: number) =>
      withQuery(decisionsPath(other, slug), {
        [filterNames[other].page]: number > 1 ? number : undefined,
      });
    await this.frame.send(request, reply, {
      lang,
      title: t('decisions.title', { name: town.name }),
      description: t('decisions.lead'),
      paths: { de: path('de', page), en: path('en', page) },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published,
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('decisions.crumb') }],
      children: (
        <DecisionsPage
          t={t}
          town={town}
          decisions={decisions}
          page={page}
          pages={pages}
          pageHref={(number) => at(path(lang, number))}
          at={at}
          {...(this.mayRecord(reading, town.id)
            ? { recordHref: newDecisionPath(lang, town.slug) }
            : {})}
        />
      ),
    });
  }

  /** A vote whose day was corrected may not have been there yet. */
  private async thoseThere(
    reading: Reading,
    ids: readonly string[],
  ): Promise<readonly DecisionDetail[]> {
    const found = await Promise.all(
      ids.map((id) =>
        this.bus.execute(new GetDecision(reading, id)).catch((error: unknown) => {
          if (error instanceof Refusal && error.code === 'decision/unknown') return null;
          throw error;
        }),
      ),
    );
    return found.filter((decision) => decision !== null);
  }

  @Get(inBoth((lang) => decisionPath(lang, ':slug', ':id')))
  async one(
    @Param('slug') slug: string,
    @Param('id') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const [, id = address, ending = ''] = /^(.*?)(\.json)?$/.exec(address) ?? [];
    if (!isUuid(id)) throw new Refusal('decision/unknown');
    const decision = await this.bus.execute(new GetDecision(reading, id));
    const town = this.desk.townOf(reading, decision.municipality);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, decisionPath(lang, town.slug, id) + ending);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    if (ending !== '') {
      const content = JSON.stringify(decision);
      return this.desk.sendFile(request, reply, { name: id, format: 'json', content });
    }
    const files = await filesNamed(this.vault, decision.evidence);
    const may = this.mayChange(reading, decision);
    const path = (other: Lang) => decisionPath(other, slug, id);
    const shown = town.published && decision.voidedBy === null;
    const shared = decisionShared(senderOf(reading, town, lang), decision);
    await this.frame.send(request, reply, {
      lang,
      title: decision.title,
      description: decision.voidedBy === null ? summaryOf(shared, t) : t('decision.voided'),
      paths: { de: path('de'), en: path('en') },
      ...(shown ? { preview: previewOf(shared, reading, lang) } : {}),
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: !town.published,
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('decisions.crumb'), href: at(decisionsPath(lang, slug)) },
        { label: decision.title, lang: 'de' },
      ],
      children: (
        <DecisionPage
          t={t}
          town={town}
          decision={decision}
          evidence={shownEvidence(
            decision.evidence,
            files,
            mayEraseIn(reading, town.id)
              ? (sha256) => eraseFilePath(lang, sha256, decisionPath(lang, slug, id))
              : undefined,
          )}
          at={at}
          {...(shown ? { shareHref: at(sharePath(lang, path(lang))) } : {})}
          {...(decision.voidedBy === null && may?.correct
            ? {
                changes: {
                  correctHref: changePath(lang, town.slug, id, 'correct'),
                  voidHref: changePath(lang, town.slug, id, 'void'),
                },
              }
            : {})}
          {...(may?.redact
            ? { redactHref: (entry: string) => workPath(lang, town.slug, 'redact', entry) }
            : {})}
        />
      ),
    });
  }

  private mayRecord(reading: Reading, id: string): boolean {
    const { viewer, moment } = reading;
    if (!viewer || moment.past) return false;
    return mayIn({ reading, viewer }, 'decision', 'record-decision', { id });
  }

  private mayChange(reading: Reading, { municipality, entry, history }: DecisionDetail) {
    const { person = '', data = {} } = history.find(({ id }) => id === entry) ?? {};
    const recorded = { type: 'DecisionRecorded', recordKeeping: false } as const;
    return mayChange(reading, municipality)?.({ ...recorded, person, data });
  }
}
