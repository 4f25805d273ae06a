import type { MunicipalityItem } from '@klimaspur/read-models';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allCounted } from '../../reading/all-counted.js';
import { isOperator } from '../../auth/rights.js';
import { SignedIn } from '../../auth/auth.guard.js';
import { PublishGaps } from '../../commands/publish-gaps.js';
import { LinkHealth } from '../../links/link-health.js';
import { draftsCounted } from '../../reading/drafts-among.js';
import { Clarifying } from '../clarify/clarifying.js';
import { BARRIERS } from '../barriers/barrier-paths.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { beginPath, inBoth } from '../paths.js';
import { openCounts } from '../roundtables/follow-ups/open-points.js';
import { changeLines } from '../town/change-lines.js';
import { Notices } from '../notices/notices.js';
import { homePath } from './home-path.js';
import { HomePage } from './home.page.js';

const CHANGES = 8;
/** An operator of many towns finds the others by the list of towns. */
const TOWNS = 20;

/** Where somebody lands who signed in: their towns, and what there is to do. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class HomeController {
  constructor(
    private readonly desk: FormDesk,
    private readonly links: LinkHealth,
    private readonly notices: Notices,
    private readonly clarifying: Clarifying,
    private readonly gaps: PublishGaps,
  ) {}

  @Get(inBoth(homePath))
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { t, reading, viewer } = asked;
    const towns = await Promise.all(
      townsOf(asked).map(async (town) => {
        const runs = reading.models.latestRuns({ municipality: town.id }, CHANGES, reading.view);
        return {
          town,
          toClarify: await this.clarifying.count(
            reading,
            town.id,
            allCounted(town, 'toBeClarified'),
          ),
          drafts: draftsCounted(reading, town.id, {}, town.counts.total),
          changes: await changeLines(reading, runs, t),
          brokenLinks: (await this.links.brokenIn(reading, town.id)).length,
          notices: (await this.notices.counts(town.id)).open,
          gaps: town.published ? await this.gaps.ofPublic(town.id) : [],
          atTables: openCounts(reading, town.id),
          hasPeople: this.desk.may(asked, 'person', 'grant-role', town),
        };
      }),
    );
    await this.desk.show(request, reply, asked, {
      title: t('home.title', { name: viewer.label }),
      path: homePath,
      section: 'home',
      crumbs: [],
      children: (
        <HomePage
          t={t}
          name={viewer.label}
          towns={towns}
          isOperator={isOperator(viewer)}
          barriers={(await this.notices.counts(BARRIERS)).open}
          beginHref={
            this.desk.may(asked, 'municipality', 'found-municipality')
              ? beginPath(asked.lang)
              : undefined
          }
        />
      ),
    });
  }
}

/** The towns somebody has a role in; all of the example, and of the instance for its operator. */
const townsOf = ({
  reading: { models, view, world },
  viewer,
}: Asked): readonly MunicipalityItem[] => {
  const all = world.name === 'example' || isOperator(viewer);
  const own = new Set(viewer.roles.map(({ municipality }) => municipality));
  return models
    .municipalities({}, view)
    .items.filter(({ id }) => all || own.has(id))
    .slice(0, TOWNS);
};
