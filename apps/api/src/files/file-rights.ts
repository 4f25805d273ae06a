import { entryEvents } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isOperator, leadOf, roleFor, worksOn } from '../auth/rights.js';
import { Refusal } from '../errors/refusal.js';
import { Reader, type Reading } from '../reading/reader.js';

const bringing = { ...entryEvents.EvidenceAdded, category: 'measure' } as const;

/** Who may bring a file, see it, and take it away. */
@Injectable()
export class FileRights {
  constructor(
    private readonly reader: Reader,
    private readonly vault: Vault,
  ) {}

  /** Whoever may give evidence in a town. Answers the town's id. */
  requireBringing(request: FastifyRequest, idOrSlug: string, lang: Lang): string {
    const { models, view, viewer, world } = this.reader.today(request, lang);
    const found = models.municipality(idOrSlug, view);
    if (!found) throw new Refusal('municipality/unknown');
    const { id } = found.municipality;
    const may =
      world.name === 'example' ||
      roleFor(viewer?.roles ?? [], bringing, { municipality: id }) !== undefined;
    if (!may) throw new Refusal('auth/not-allowed');
    return id;
  }

  /**
   * A file is public as soon as something public names it; a draft's is for those who may see the draft; one that nothing
   * names yet, for whoever brought it and their town. Undefined: not for this reader.
   */
  async seeing(
    request: FastifyRequest,
    sha256: string,
    lang: Lang,
  ): Promise<'public' | 'private' | undefined> {
    const { models, view, viewer } = this.reader.today(request, lang);
    if (models.shownFiles([sha256], { ...view, viewer: 'public' }).size > 0) return 'public';
    if (!viewer) return undefined;
    if (models.shownFiles([sha256], view).size > 0) return 'private';
    const uploads = await this.vault.files.uploads(sha256);
    const isOwn = uploads.some(
      ({ person, municipality }) => person === viewer.person || worksOn(viewer.roles, municipality),
    );
    return isOwn ? 'private' : undefined;
  }

  /** For all towns whose entries name it; before any does, whoever brought it may as well. */
  async requireErasing(request: FastifyRequest, sha256: string, lang: Lang): Promise<void> {
    const reading = this.reader.today(request, lang);
    const towns = reading.models.townsNaming([sha256]).get(sha256) ?? [];
    const uploads = await this.vault.files.uploads(sha256);
    const isOwn = uploads.some(({ person }) => person === reading.viewer?.person);
    const may =
      towns.length > 0
        ? towns.every((town) => mayEraseIn(reading, town))
        : isOwn || isOperator(reading.viewer);
    if (!may) throw new Refusal('auth/not-allowed');
  }
}

/** Whether somebody may take away a file that entries of this town alone name. */
export const mayEraseIn = (
  { viewer, world, moment }: Pick<Reading, 'viewer' | 'world' | 'moment'>,
  town: string,
): boolean => {
  if (!viewer || moment.past) return false;
  const leads = leadOf(viewer.roles, town) !== undefined;
  return leads || isOperator(viewer) || world.name === 'example';
};
