import { berlinDay, type Issue } from '@klimaspur/domain';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { Worlds } from '../persistence/worlds.js';
import { isCheckable, isFilled } from '../web/site/site-filled.js';
import type { SiteKey } from '../web/site/site-paths.js';

/** Pages without which no town may be public, and how it is said that they must stay. */
const neededPages: Partial<Readonly<Record<SiteKey, string>>> = {
  imprint: 'public/imprint-needed',
  privacy: 'public/page-needed',
  accessibility: 'public/page-needed',
};

export const isNeeded = ({ code }: Pick<Issue, 'code'>): boolean => code.startsWith('public/');

type PublicOrNot = { readonly id: string; readonly published: boolean };

/** What a public town may not be without can be replaced, but not taken away. */
@Injectable()
export class PublicNeeds {
  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
  ) {}

  /** Refuses to leave a page empty that is needed. `after`: what would stand there, and whether that is checked. */
  async ofPage(
    key: SiteKey,
    after: { readonly texts: readonly string[]; readonly checked: boolean | undefined },
  ): Promise<Issue | undefined> {
    const code = neededPages[key];
    const stays = after.texts.some((text) => text !== '') || (isCheckable(key) && after.checked);
    if (code === undefined || stays || !this.anyTownIsPublic()) return undefined;
    return (await isFilled(this.vault, key)) ? { path: 'text', code, params: {} } : undefined;
  }

  /** Refuses to take away whoever answers for a public town. */
  async ofResponsible({ id, published }: PublicOrNot): Promise<Issue | undefined> {
    if (!published || this.worlds.current().name !== 'own') return undefined;
    const isNamed = (await this.vault.responsible([id])).has(id);
    return isNamed ? { path: 'name', code: 'public/responsible-needed', params: {} } : undefined;
  }

  private anyTownIsPublic(): boolean {
    const view = { asOf: berlinDay(new Date().toISOString()), viewer: 'public' } as const;
    return this.worlds.own.readModels.municipalities({ limit: 1 }, view).total > 0;
  }
}
