import { licences } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';

export type Licence = (typeof licences)[number];

/** What applies where a town says nothing. */
export const usualLicence: Licence = 'CC-BY-4.0';

const addresses: Readonly<Record<Licence, Readonly<Record<Lang, string>>>> = {
  'CC-BY-4.0': {
    de: 'https://creativecommons.org/licenses/by/4.0/deed.de',
    en: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'CC0-1.0': {
    de: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
    en: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  'DL-DE-BY-2.0': {
    de: 'https://www.govdata.de/dl-de/by-2-0',
    en: 'https://www.govdata.de/dl-de/by-2-0',
  },
  'DL-DE-ZERO-2.0': {
    de: 'https://www.govdata.de/dl-de/zero-2-0',
    en: 'https://www.govdata.de/dl-de/zero-2-0',
  },
};

/** Where a licence can be read. */
export const licenceAddress = (licence: Licence, lang: Lang): string => addresses[licence][lang];

/** The licence of a town's records; a code newer than this build counts as not said. */
export const licenceOf = (code: string | null | undefined): Licence =>
  licences.find((known) => known === code) ?? usualLicence;
