import type { Translate } from '@klimaspur/messages';
import type { Municipality, Observers } from '@klimaspur/read-models';
import type { ResponsiblePerson } from '@klimaspur/vault';
import { previewPath } from '../../files/file-paths.js';
import { type Definition, DefinitionList } from '../components/definition-list.js';
import { PageTitle } from '../components/page-title.js';
import { Prose } from '../components/prose.js';
import { Unreachable } from '../components/unreachable.js';
import { infoPaths, infoTitles } from '../info/info-paths.js';
import { InfoSection } from '../info/info-section.js';
import { licenceAddress, licenceOf } from '../info/licences.js';
import { townPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';

interface ObserversPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly responsible: ResponsiblePerson | undefined;
  /** False where the logo was erased. */
  readonly hasLogo: boolean;
  readonly at: (path: string) => string;
  /** Where the viewer may change it. */
  readonly editHref?: string;
}

/** „Wer beobachtet hier?“: who stands behind the entries of a town. */
export const ObserversPage = (props: ObserversPageProps) => {
  const { t, town, at, editHref, hasLogo } = props;
  const { observers, name } = town;
  return (
    <>
      <PageTitle title={t('observers.title', { name })} lead={t('observers.lead')}>
        <span>
          {t(observers?.relation === 'MUNICIPALITY' ? 'town.official' : 'town.unofficial')}
        </span>
        {editHref ? <a href={editHref}>{t('observers.edit')}</a> : null}
      </PageTitle>
      {observers === null ? (
        <p>{t('town.observers.none')}</p>
      ) : (
        <section aria-labelledby="group">
          <h2 id="group" lang="de">
            {observers.name}
          </h2>
          {observers.logo && hasLogo ? (
            <img
              class="observers__logo"
              src={previewPath(t.lang, observers.logo.sha256)}
              alt={observers.logo.alt}
              lang="de"
            />
          ) : null}
          {observers.teaser ? <Prose text={observers.teaser} lang="de" /> : null}
          {observers.description ? <Prose text={observers.description} lang="de" /> : null}
          <DefinitionList items={groupFacts(observers, t)} />
        </section>
      )}
      <Texts t={t} observers={observers} />
      <LicenceSection t={t} licence={observers?.licence} />
      <ResponsibleSection {...props} />
      <InfoSection id="wrong" title={t('observers.wrong')}>
        <p>{t('observers.wrong.text')}</p>
        <p>
          <a href={at(townPath(t.lang, town.slug))}>{t('town.title', { name })}</a>
        </p>
      </InfoSection>
    </>
  );
};

const groupFacts = (observers: Observers, t: Translate): Definition[] => [
  {
    term: t('observers.relation'),
    value: observers.relation && codeWord(t, 'relation', observers.relation),
  },
  { term: t('observers.contact'), value: observers.contact, lang: 'de' },
  {
    term: t('observers.website'),
    value: observers.website && (
      <>
        <a class="external" href={observers.website}>
          {observers.website}
        </a>
        <Unreachable t={t} url={observers.website} />
      </>
    ),
  },
  { term: t('observers.supporters'), value: observers.supporters, lang: 'de' },
];

/** On what the entries rest, and how the group judges. */
const Texts = ({ t, observers }: { t: Translate; observers: Observers | null }) => (
  <>
    {observers?.sources ? (
      <InfoSection id="sources" title={t('observers.sources')}>
        <Prose text={observers.sources} lang="de" />
      </InfoSection>
    ) : null}
    <InfoSection id="method" title={t('observers.method')}>
      {observers?.method ? <Prose text={observers.method} lang="de" /> : null}
      <p>
        {t('observers.general')} <a href={infoPaths.method[t.lang]}>{t(infoTitles.method)}</a>
      </p>
    </InfoSection>
  </>
);

const LicenceSection = ({ t, licence }: { t: Translate; licence: string | null | undefined }) => {
  const known = licenceOf(licence);
  return (
    <InfoSection id="licence" title={t('observers.licence')}>
      <p>
        <a class="external" href={licenceAddress(known, t.lang)}>
          {t(`licence.${known}`)}
        </a>
      </p>
      <p>
        {t('observers.licence.use')} <a href={infoPaths.data[t.lang]}>{t(infoTitles.data)}</a>
      </p>
    </InfoSection>
  );
};

/** The vault's word comes first; the log may name somebody from older days. */
const ResponsibleSection = ({ t, town, responsible }: ObserversPageProps) => {
  const recorded = town.observers?.responsible ?? [];
  return (
    <InfoSection id="responsible" title={t('observers.responsible')}>
      {responsible ? <ResponsibleAddress person={responsible} /> : null}
      {!responsible && recorded.length > 0 ? <p lang="de">{recorded.join('; ')}</p> : null}
      {!responsible && recorded.length === 0 ? <p>{t('observers.responsible.none')}</p> : null}
    </InfoSection>
  );
};

export const ResponsibleAddress = ({ person }: { person: ResponsiblePerson }) => (
  <address>
    {person.name}
    {person.address.split('\n').map((line) => (
      <>
        <br />
        {line}
      </>
    ))}
    {person.email === '' ? null : (
      <>
        <br />
        <a href={`mailto:${person.email}`}>{person.email}</a>
      </>
    )}
  </address>
);
