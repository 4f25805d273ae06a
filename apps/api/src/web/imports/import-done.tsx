import { Injectable } from '@nestjs/common';
import type { PlanItem } from '@klimaspur/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ImportReport } from '../../imports/run-import.js';
import { Worlds } from '../../persistence/worlds.js';
import { clarifyPath } from '../clarify/clarify-paths.js';
import type { AboutTown } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { measuresPath, workPath } from '../paths.js';
import { measuresOf } from '../publishing/publishing.js';
import { DonePage, type DraftsOfPlan } from './done.page.js';
import { crumbsTo, type Looked } from './import-desk.js';
import { importPath, reportPath, uploadPath } from './import-paths.js';

/** The last step: what came of it, and where to go on. */
@Injectable()
export class ImportDone {
  constructor(
    private readonly desk: FormDesk,
    private readonly worlds: Worlds,
  ) {}

  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    looked: Looked,
    report: ImportReport,
  ): Promise<void> {
    const { asked, upload, town } = looked;
    const { t, lang } = asked;
    const models = this.worlds.own.readModels;
    const towns = [...new Set(report.towns)].flatMap(
      (id) => models.municipality(id, asked.reading.view)?.municipality ?? [],
    );
    // The next edition of what began here is no longer for a new town.
    const into = town ?? (towns.length === 1 ? towns[0] : undefined);
    await this.desk.show(request, reply, asked, {
      title: t('import.done'),
      path: (other) => uploadPath(other, town?.slug, upload.id),
      crumbs: crumbsTo(looked),
      children: (
        <DonePage
          t={t}
          fileName={upload.fileName}
          report={report}
          file={reportPath(lang, town?.slug, upload.id)}
          state={this.desk.fresh()}
          drafts={towns.flatMap((one) => this.draftsOf({ ...asked, town: one }, report))}
          next={[
            ...towns.flatMap(({ name, slug, published }) => [
              { href: clarifyPath(lang, slug), label: t('import.next.clarify', { name }) },
              { href: measuresPath(lang, slug), label: t('import.next.measures', { name }) },
              ...(published
                ? []
                : [
                    {
                      href: workPath(lang, slug, 'publish'),
                      label: t('import.next.publish', { name }),
                    },
                  ]),
            ]),
            { href: importPath(lang, into?.slug), label: t('import.next.another') },
          ]}
        />
      ),
    });
  }

  /** What of a public town only its team sees so far, in the plans of this file. */
  private draftsOf(about: AboutTown, report: ImportReport): readonly DraftsOfPlan[] {
    const { town } = about;
    const may = this.desk.may(about, 'plan', 'publish-plan', town);
    if (!town.published || !may) return [];
    const plans = town.plans.filter(({ id }) => report.plans.includes(id));
    return plans.flatMap((plan) => draftsIn(about, plan, report));
  }
}

const draftsIn = (
  about: AboutTown,
  { id, title, published }: Pick<PlanItem, 'id' | 'title' | 'published'>,
  { plans, rows }: ImportReport,
): readonly DraftsOfPlan[] => {
  const measures = measuresOf(about, id, false).length;
  if (published && measures === 0) return [];
  return [
    {
      action: workPath(about.lang, about.town.slug, 'plans', id, 'publish'),
      ...{ title, published, measures },
      // Of measures that were drafts before, somebody may have meant it so.
      isOfFile: plans.length === 1 && measures <= rows.new.count,
    },
  ];
};
