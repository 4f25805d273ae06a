import { entryEvents } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isOperator, roleFor, worksOn } from '../auth/rights.js';
import type { Viewer } from '../auth/viewer.js';
import { Refusal } from '../errors/refusal.js';
import { Reader } from '../reading/reader.js';
import { Worlds } from '../persistence/worlds.js';

const bringing = { ...entryEvents.EvidenceAdded, category: 'measure' } as const;

/** Who may bring a file, see it, and take it away. */
@Injectable()
export class FileRights {
  constructor(
    private readonly reader: Reader,
    private readonly worlds: Worlds,
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

  /** Operators; and whoever leads every town whose entries name the file, or brought it before any did. */
  async mayErase(viewer: Viewer | undefined, sha256: string): Promise<boolean> {
    if (!viewer) return false;
    const world = this.worlds.current();
    if (isOperator(viewer) || world.name === 'example') return true;
    const towns = world.readModels.townsNaming([sha256]).get(sha256) ?? [];
    if (towns.length > 0) {
      return towns.every((town) =>
        viewer.roles.some(({ role, municipality }) => role === 'LEAD' && municipality === town),
      );
    }
    const uploads = await this.vault.files.uploads(sha256);
    return uploads.some(({ person }) => person === viewer.person);
  }
}
