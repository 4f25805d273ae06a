import type { Translate } from '@klimaspur/messages';
import { PageTitle } from '../components/page-title.js';
import { townsPath } from '../paths.js';
import { infoPaths, infoTitles } from './info-paths.js';
import { InfoSection } from './info-section.js';

const steps = ['plan', 'record', 'check', 'correct', 'derive'] as const;
const limits = ['1', '2', '3'] as const;

/** For whoever comes here for the first time. */
export const WhatIsPage = ({ t }: { readonly t: Translate }) => (
  <>
    <PageTitle title={t('nav.whatIs')} lead={t('whatIs.lead')} />
    <InfoSection id="why" title={t('whatIs.why')}>
      <p>{t('whatIs.why.1')}</p>
      <p>{t('whatIs.why.2')}</p>
    </InfoSection>
    <InfoSection id="who" title={t('whatIs.who')}>
      <p>{t('whatIs.who.1')}</p>
      <p>{t('whatIs.who.2')}</p>
    </InfoSection>
    <InfoSection id="how" title={t('whatIs.how')}>
      <ol class="text-list">
        {steps.map((step) => (
          <li>{t(`whatIs.how.${step}`)}</li>
        ))}
      </ol>
      <p>
        <a href={infoPaths.method[t.lang]}>{t(infoTitles.method)}</a>
      </p>
    </InfoSection>
    <InfoSection id="limits" title={t('whatIs.limits')}>
      <ul class="text-list">
        {limits.map((limit) => (
          <li>{t(`whatIs.limits.${limit}`)}</li>
        ))}
      </ul>
    </InfoSection>
    <InfoSection id="join" title={t('whatIs.join')}>
      <p>{t('whatIs.join.1')}</p>
      <p>
        <a href={townsPath(t.lang)}>{t('whatIs.join.towns')}</a>
      </p>
    </InfoSection>
  </>
);
