import type { Translate } from '@klimaspur/messages';
import { codeWord } from '../words/entry-words.js';
import { stateWords } from '../../imports/state-words.js';
import type { Question } from './questions.js';

const SHOWN = 200;

interface QuestionWordsProps {
  readonly t: Translate;
  readonly question: Question;
}

/** What is asked; words of the source stay in their language. */
export const QuestionWords = ({ t, question }: QuestionWordsProps) => {
  if (question.kind === 'finding') return <>{codeWord(t, 'finding', question.finding)}</>;
  if (question.kind === 'state-taken-back') {
    const { before, now } = question;
    return (
      <>
        {t('clarify.state-taken-back', { was: stateWords(t, before) })}{' '}
        {now === '' ? t('clarify.state-taken-back.nothing') : <q lang="de">{now}</q>}
      </>
    );
  }
  if (question.kind !== 'unread-state') return <>{t(`clarify.${question.kind}`)}</>;
  const said = question.said.trim();
  return (
    <>
      {t('clarify.unread-state')}{' '}
      <q lang="de">{said.length > SHOWN ? `${said.slice(0, SHOWN).toWellFormed()}…` : said}</q>
    </>
  );
};
