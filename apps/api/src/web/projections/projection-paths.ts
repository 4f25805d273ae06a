import type { Lang } from '@klimaspur/messages';

const paths: Readonly<Record<Lang, string>> = {
  de: '/de/admin/projektionen',
  en: '/en/admin/projections',
};
const steps = {
  rebuild: { de: 'neu-bauen', en: 'rebuild' },
  replay: { de: 'erneut', en: 'replay' },
  dismiss: { de: 'lassen', en: 'dismiss' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;

/** Where the operator sees how all that is computed from the log does, and sees to it. */
export const projectionsPath = (lang: Lang, step?: keyof typeof steps): string =>
  step === undefined ? paths[lang] : `${paths[lang]}/${steps[step][lang]}`;
