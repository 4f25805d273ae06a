import type { Municipality } from '@klimaspur/read-models';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isOperator } from '../../auth/rights.js';
import { Refusal } from '../../errors/refusal.js';
import { type Upload, Uploads } from '../../imports/uploads.js';
import { Worlds } from '../../persistence/worlds.js';
import type { Crumb } from '../components/breadcrumbs.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { townPath } from '../paths.js';
import { importPath } from './import-paths.js';

/** A file that is looked at, with the town it is for. */
export interface Looked {
  readonly asked: Asked;
  /** Absent: the file says which. */
  readonly town: Municipality | undefined;
  readonly upload: Upload;
}

/** Who may bring in a file, and whose it is: the same at each step. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly desk: FormDesk,
    private readonly worlds: Worlds,
    private readonly uploads: Uploads,
  ) {}

  async looked(request: FastifyRequest, slug: string | undefined, id: string): Promise<Looked> {
    const asked = this.desk.asked(request);
    const town = this.townOf(asked, slug);
    const upload = await this.uploads.find(id);
    if (upload?.person !== asked.viewer.person || upload.municipality !== town?.id) {
      throw new Refusal('import/unknown');
    }
    return { asked, town, upload };
  }

  /** The town files go into; without one, an operator brings in whatever town the file names. */
  townOf(asked: Asked, slug: string | undefined): Municipality | undefined {
    if (slug === undefined) {
      if (!isOperator(asked.viewer)) throw new Refusal('auth/not-allowed');
      return undefined;
    }
    if (this.worlds.current().name === 'example') throw new Refusal('import/example');
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'plan', 'complete-import', town);
    return town;
  }
}

/** The way to a page about a file. */
export const crumbsTo = ({ asked, town }: Looked): readonly Crumb[] => [
  ...crumbsToTown(asked, town),
  { label: asked.t('import.title'), href: importPath(asked.lang, town?.slug) },
];

export const crumbsToTown = ({ lang }: Asked, town: Municipality | undefined): readonly Crumb[] =>
  town ? [{ label: town.name, href: townPath(lang, town.slug) }] : [];
