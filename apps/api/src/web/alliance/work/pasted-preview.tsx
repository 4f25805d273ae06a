import { listOf, type Translate } from '@klimaspur/messages';
import { RadioGroup } from '../../components/choices.js';
import { Notice } from '../../components/notice.js';
import type { FormFields } from '../../forms/form-fields.js';
import { codeWord } from '../../words/entry-words.js';
import { type PastedActor, type PastedContact, readPastedList } from './pasted-list.js';
import { type Doubt, decisions, doubtName, doubtsIn } from './pasted-doubts.js';
import { printOf } from './register-pasted.js';

interface PreviewProps {
  readonly fields: FormFields;
  /** The organisations that are there already. */
  readonly known: readonly { readonly name: string }[];
}

/** How a pasted list is understood: what becomes an organisation, whom one writes to, and what stays out. */
export const PastedPreview = ({ fields, known }: PreviewProps) => {
  const { t } = fields;
  const list = readPastedList(fields.text('names').value);
  const { actors: all, unclear } = list;
  if (all.length === 0 && unclear.length === 0) return null;
  const doubts = doubtsIn(all, new Set(known.map(({ name }) => name.toLowerCase())));
  const doubtful = new Set(doubts.map(({ actor }) => actor));
  const actors = all.filter((actor) => !doubtful.has(actor));
  const kind = fields.text('kind').value;
  return (
    <>
      <input type="hidden" name="seen" value={printOf(list)} />
      {actors.length === 0 ? null : (
        <Notice kind="info" title={t('alliance.preview', { count: actors.length })} announced>
          <p>{t('alliance.preview.lead')}</p>
          <ul>
            {actors.map((actor) => (
              <li>
                <strong lang="de">{actor.name}</strong>
                {` (${codeWord(t, 'actorKind', actor.kind ?? kind)})`}
                <Contacts {...{ t, actor }} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {doubts.length === 0 ? null : <Doubts {...{ fields, doubts }} />}
      {unclear.length === 0 ? null : (
        <Notice kind="warning" title={t('alliance.preview.unclear', { count: unclear.length })}>
          <p>{t('alliance.preview.unclear.lead')}</p>
          <ul>
            {unclear.map((line) => (
              <li lang="de">{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};

/** What may be persons: nothing is registered before somebody said what each of them is. */
const Doubts = ({ fields, doubts }: { fields: FormFields; doubts: readonly Doubt[] }) => {
  const { t } = fields;
  return (
    <section aria-labelledby="doubts-heading">
      <h2 id="doubts-heading">{t('alliance.doubts', { count: doubts.length })}</h2>
      <p>{t('alliance.doubts.lead')}</p>
      {doubts.map(({ actor, before }) => (
        <RadioGroup
          {...fields.list(doubtName(actor))}
          label={[actor.name, ...actor.contacts.map(wordsOf)].join(', ')}
          choices={decisions
            .filter((decision) => decision !== 'CONTACT' || before !== undefined)
            .map((value) => ({
              value,
              label: t(`alliance.doubts.${value}`, { name: before?.name ?? '' }),
            }))}
        />
      ))}
    </section>
  );
};

const Contacts = ({ t, actor }: { readonly t: Translate; readonly actor: PastedActor }) =>
  actor.contacts.length === 0 ? null : (
    <>
      {'. '}
      {t('alliance.preview.contacts')}{' '}
      <span lang="de">{listOf(actor.contacts.map(wordsOf), t.lang)}</span>
    </>
  );

const wordsOf = ({ name, email }: PastedContact): string => [name, email].filter(Boolean).join(' ');
