import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { Contact } from '@klimaspur/vault';
import { CopyText } from '../../components/copy-text.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import type { Invitee } from './invitees.js';
import type { Letter } from './letters.js';

export type Occasion = 'invitation' | 'reminder' | 'thanks';

/** A mail, and who gets it. */
export interface Mailing {
  readonly occasion: Occasion;
  readonly letter: Letter;
  readonly to: readonly Invitee[];
}

interface LettersPageProps {
  readonly t: Translate;
  readonly town: Pick<Municipality, 'slug'>;
  readonly about: string;
  readonly back: string;
  readonly mailings: readonly Mailing[];
  readonly invitees: readonly Invitee[];
  readonly contacts: readonly Contact[];
}

/** Mails to be copied, each with those who get it. */
export const LettersPage = (props: LettersPageProps) => {
  const { t, town, about, back, mailings, invitees, contacts } = props;
  const unreachable = invitees.filter(
    ({ actor }) => !contacts.some((one) => one.actor === actor.id && one.email !== undefined),
  );
  return (
    <>
      <PageTitle
        title={t('roundtable.letters')}
        about={about}
        lead={t('roundtable.letters.lead')}
      />
      {mailings.map(({ occasion, letter, to }) => (
        <section aria-labelledby={`${occasion}-heading`}>
          <h2 id={`${occasion}-heading`}>{t(`roundtable.letter.${occasion}`)}</h2>
          <Addresses {...{ t, occasion, contacts, to }} />
          <LetterText {...{ t, occasion, letter }} />
        </section>
      ))}
      {unreachable.length === 0 ? null : (
        <section aria-labelledby="unreachable-heading">
          <h2 id="unreachable-heading">{t('roundtable.letters.unreachable')}</h2>
          <ul>
            {unreachable.map(({ actor: { id, name } }) => (
              <li>
                <a href={workPath(t.lang, town.slug, 'organisations', id, 'contacts')} lang="de">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={back}>{t('roundtable.meeting.back')}</a>
      </p>
    </>
  );
};

interface AddressesProps {
  readonly t: Translate;
  readonly occasion: Occasion;
  readonly to: readonly Invitee[];
  readonly contacts: readonly Contact[];
}

/** For the field „Bcc“, so that nobody sees the addresses of the others. */
const Addresses = ({ t, occasion, to, contacts }: AddressesProps) => {
  const emails = contacts
    .filter(({ actor }) => to.some((invitee) => invitee.actor.id === actor))
    .flatMap(({ email }) => email ?? []);
  const value = [...new Set(emails)].join(', ');
  return value === '' ? (
    <p>{t('roundtable.letters.nobody', { count: to.length })}</p>
  ) : (
    <CopyText
      t={t}
      name={`${occasion}-to`}
      label={`${t(`roundtable.letter.${occasion}`)}: ${t('roundtable.letters.to')}`}
      hint={t(`roundtable.letters.to.${occasion}`)}
      value={value}
      rows={2}
    />
  );
};

interface LetterTextProps {
  readonly t: Translate;
  readonly occasion: Occasion;
  readonly letter: Letter;
}

const LetterText = ({ t, occasion, letter: { subject, body } }: LetterTextProps) => (
  <>
    <CopyText
      t={t}
      name={`${occasion}-subject`}
      label={`${t(`roundtable.letter.${occasion}`)}: ${t('roundtable.letters.subject')}`}
      value={subject}
      rows={1}
      lang="de"
    />
    <CopyText
      t={t}
      name={`${occasion}-body`}
      label={`${t(`roundtable.letter.${occasion}`)}: ${t('roundtable.letters.body')}`}
      value={body}
      rows={Math.min(24, body.split('\n').length + 2)}
      lang="de"
    />
  </>
);
