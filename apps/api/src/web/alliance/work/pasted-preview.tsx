import { listOf, type Translate } from '@klimaspur/messages';
import { Notice } from '../../components/notice.js';
import type { FormFields } from '../../forms/form-fields.js';
import { codeWord } from '../../words/entry-words.js';
import { type PastedActor, type PastedContact, readPastedList } from './pasted-list.js';
import { printOf } from './register-pasted.js';

/** How a pasted list is understood: what becomes an organisation, whom one writes to, and what stays out. */
export const PastedPreview = ({ fields }: { readonly fields: FormFields }) => {
  const { t } = fields;
  const list = readPastedList(fields.text('names').value);
  const { actors, unclear } = list;
  if (actors.length === 0 && unclear.length === 0) return null;
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

const Contacts = ({ t, actor }: { readonly t: Translate; readonly actor: PastedActor }) =>
  actor.contacts.length === 0 ? null : (
    <>
      {'. '}
      {t('alliance.preview.contacts')}{' '}
      <span lang="de">{listOf(actor.contacts.map(wordsOf), t.lang)}</span>
    </>
  );

const wordsOf = ({ name, email }: PastedContact): string => [name, email].filter(Boolean).join(' ');
