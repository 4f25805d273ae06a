import { Inject, Injectable } from '@nestjs/common';
import type { Lang } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { SETTINGS } from '../settings.module.js';

export const signInPaths: Readonly<Record<Lang, string>> = {
  de: '/de/anmelden',
  en: '/en/sign-in',
};

export const signOutPaths: Readonly<Record<Lang, string>> = {
  de: '/de/abmelden',
  en: '/en/sign-out',
};

/** The address under which a sign-in link is opened. */
@Injectable()
export class SignInAddress {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** `here`: where the server was reached, for where no public address is set. */
  of(code: string, here: string): string {
    return `${this.settings.baseUrl ?? here}${signInPaths.de}?code=${code}`;
  }
}
