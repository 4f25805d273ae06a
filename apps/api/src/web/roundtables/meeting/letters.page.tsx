import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { Contact } from '@klimaspur/vault';
import { CopyText } from '../../components/copy-text.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { Addresses } from './addresses.js';
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
  /** The meeting as a file for calendars. */
  readonly calendarHref: string;
}

/** Mails to be copied, each with those who get it. */
export const LettersPage = (props: LettersPageProps) => {
  const { t, town, about, back, mailings, invitees, contacts, calendarHref } = props;
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
          <Addresses
            {...{ t, contacts }}
            to={to.map(({ actor }) => actor.id)}
            name={`${occasion}-to`}
            of={t(`roundtable.letter.${occasion}`)}
            hint={t(`roundtable.letters.to.${occasion}`)}
          />
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
      <p class="actions">
        <a href={calendarHref} download>
          {t('roundtable.calendar.oneFile')}
        </a>
        <a href={back}>{t('roundtable.meeting.back')}</a>
      </p>
    </>
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
