import type { Issue } from '@klimaspur/domain';
import { type Lang, languages, messages } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { Vault } from '@klimaspur/vault';
import { Inject, Injectable } from '@nestjs/common';
import { PublicNeeds } from '../../commands/public-needs.js';
import { SETTINGS } from '../../settings.module.js';
import { defaultText } from './default-texts.js';
import { isCheckable, isChecked, markChecked } from './site-filled.js';
import { type SiteKey, siteKeys, type SiteTextKey } from './site-paths.js';

export const SITE_TEXT_MAX = 50_000;

/** A page's text as it is shown. */
export interface SiteText {
  readonly text: string;
  /** May be another than the page's, where the operator wrote in one language only. */
  readonly lang: Lang;
  /** Absent: it is the built-in one. */
  readonly changedAt?: number;
}

/** `unchecked`: nobody has said yet that the built-in text holds here. */
export type SiteState = 'own' | 'builtIn' | 'checked' | 'unchecked' | 'missing';

/** The pages that the operator writes, or may replace. They lie in the vault, because they hold names. */
@Injectable()
export class SiteTexts {
  constructor(
    private readonly vault: Vault,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly needs: PublicNeeds,
  ) {}

  /** What its operator wrote, in this language or the other; else what is built in; undefined: neither. */
  async shown(key: SiteTextKey, lang: Lang): Promise<SiteText | undefined> {
    const others = languages.filter((other) => other !== lang);
    for (const candidate of [lang, ...others]) {
      const page = await this.vault.page(key, candidate);
      if (page) return { text: page.text, lang: candidate, changedAt: page.changedAt };
    }
    const text = this.builtIn(key, lang);
    return text === '' ? undefined : { text, lang };
  }

  builtIn(key: SiteTextKey, lang: Lang): string {
    return defaultText(key, messages(lang), this.settings);
  }

  /** What the operator wrote in this language; empty: nothing. */
  async own(key: SiteTextKey, lang: Lang): Promise<string> {
    return (await this.vault.page(key, lang))?.text ?? '';
  }

  async keep(key: SiteTextKey, lang: Lang, text: string): Promise<void> {
    const kept = this.keptOf(key, lang, text);
    await this.vault.keepPage({ key, lang, text: kept, changedAt: Date.now() });
  }

  /** What speaks against keeping this: a public town would be without a page that it needs. */
  async missingAfter(
    key: SiteKey,
    texts: Partial<Readonly<Record<Lang, string>>>,
    checked: boolean | undefined,
  ): Promise<Issue | undefined> {
    const after = languages.map((lang) => {
      const text = texts[lang];
      return text === undefined ? this.own(key, lang) : this.keptOf(key, lang, text);
    });
    return this.needs.ofPage(key, {
      texts: await Promise.all(after),
      checked: checked ?? (await this.checked(key)),
    });
  }

  /** An empty text, or one that is the built-in one word for word, leaves the built-in one. */
  private keptOf(key: SiteTextKey, lang: Lang, text: string): string {
    return text.trim() === this.builtIn(key, lang).trim() ? '' : text.trim();
  }

  async states(): Promise<ReadonlyMap<SiteKey, SiteState>> {
    const states = siteKeys.map(async (key): Promise<[SiteKey, SiteState]> => [
      key,
      await this.stateOf(key),
    ]);
    return new Map(await Promise.all(states));
  }

  /** Whether the operator said that the built-in text holds here; undefined: no page for which that is asked. */
  async checked(key: SiteKey): Promise<boolean | undefined> {
    return isCheckable(key) ? isChecked(this.vault, key) : undefined;
  }

  async check(key: SiteKey, checked: boolean): Promise<void> {
    if (isCheckable(key)) await markChecked(this.vault, key, checked);
  }

  private async stateOf(key: SiteKey): Promise<SiteState> {
    const shown = await this.shown(key, 'de');
    if (!shown) return 'missing';
    if (shown.changedAt !== undefined) return 'own';
    const checked = await this.checked(key);
    if (checked === undefined) return 'builtIn';
    return checked ? 'checked' : 'unchecked';
  }
}
