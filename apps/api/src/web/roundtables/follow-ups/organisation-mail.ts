import { formatDay, type Translate } from '@klimaspur/messages';
import { waitingWords } from './waiting-words.js';
import type { WithOrganisation } from './with-organisation.js';

/** What an organisation promised, what it is asked, and when one meets next: to be copied into a mail. */
export const mailTo = (shared: WithOrganisation, t: Translate): string => {
  const { actor, promises, questions, dates, support } = shared;
  const isOpen = [promises, questions, support].some((part) => part.length > 0);
  return [
    t('roundtable.reminder.subject', { name: actor.name }),
    isOpen
      ? t('roundtable.reminder.hello')
      : `${t('roundtable.reminder.hello.plain')}\n\n${t('roundtable.reminder.nothing')}`,
    part(
      t('roundtable.reminder.promises'),
      promises.map((it) => `${it.followUp.what} (${it.table.name}, ${waitingWords(it, t)})`),
    ),
    part(
      t('roundtable.reminder.questions'),
      questions.map((it) => `${it.item.topic} (${it.table.name}, ${waitingWords(it, t)})`),
    ),
    part(
      t('roundtable.reminder.support'),
      support.map(({ title, what }) => [title, what].filter(Boolean).join(': ')),
    ),
    part(
      t('roundtable.reminder.dates'),
      dates.map(({ on, time, table }) =>
        [
          formatDay(on, t.lang),
          ...(time === null ? [] : [t('roundtable.atTime', { time })]),
          table,
        ].join(', '),
      ),
    ),
    t('roundtable.reminder.thanks'),
  ]
    .filter(Boolean)
    .join('\n\n');
};

const part = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${heading}\n${lines.map((line) => `- ${line}`).join('\n')}`;
