import type { Translate } from '@klimaspur/messages';
import type { Mention } from '@klimaspur/vault';
import { DefinitionList } from '../components/definition-list.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { codeWord } from '../words/entry-words.js';
import { mentionsPath, placeOf } from './mention-paths.js';

interface MentionsProps {
  readonly t: Translate;
  readonly state: FormState;
  /** Absent: nothing was asked for yet. */
  readonly found?: readonly Mention[];
  /** Names of towns by their ids. */
  readonly townName: (id: string) => string | undefined;
}

/** What is kept of somebody who asks, whoever they are, and where it is changed and deleted. */
export const MentionsPage = ({ t, state, found, townName }: MentionsProps) => (
  <>
    <PageTitle title={t('mentions.title')} lead={t('mentions.lead')} />
    <Form t={t} action={mentionsPath(t.lang)} state={state} submit={t('mentions.submit')}>
      {(fields) => (
        <TextField
          {...fields.text('text')}
          label={t('mentions.text')}
          hint={t('mentions.text.hint')}
          maxLength={200}
          autocomplete="off"
          required
        />
      )}
    </Form>
    {found === undefined ? null : (
      <section aria-labelledby="found">
        <h2 id="found">{t('mentions.found', { count: found.length })}</h2>
        {found.length === 0 ? (
          <EmptyState text={t('mentions.none')} />
        ) : (
          found.map((mention) => <Found t={t} mention={mention} townName={townName} />)
        )}
      </section>
    )}
    <section aria-labelledby="texts">
      <h2 id="texts">{t('mentions.texts')}</h2>
      <p>{t('mentions.texts.text')}</p>
    </section>
  </>
);

interface FoundProps extends Pick<MentionsProps, 't' | 'townName'> {
  readonly mention: Mention;
}

const Found = ({ t, mention, townName }: FoundProps) => {
  const { kind, municipality, said } = mention;
  const href = placeOf(t.lang, mention);
  const town = municipality && townName(municipality);
  return (
    <>
      <h3>{town ? `${t(`mentions.kind.${kind}`)} (${town})` : t(`mentions.kind.${kind}`)}</h3>
      <DefinitionList
        items={[
          ...Object.entries(said).map(([field, value]) => ({
            term: codeWord(t, 'mentions.field', field),
            value,
            lang: 'de',
          })),
          { term: t('mentions.pseudonym'), value: kind === 'person' ? mention.id : undefined },
          {
            term: t(kind === 'person' ? 'mentions.copy' : 'mentions.place'),
            value: href ? (
              <a href={href}>
                {t(`mentions.go.${kind}`)}
                <span class="hidden">: {Object.values(said)[0]}</span>
              </a>
            ) : undefined,
          },
        ]}
      />
    </>
  );
};
