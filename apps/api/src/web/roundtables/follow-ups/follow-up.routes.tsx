import { formatDay } from '@klimaspur/messages';
import { openFollowUps } from '@klimaspur/domain';
import { Refusal } from '../../../errors/refusal.js';
import { RadioGroup } from '../../components/choices.js';
import { DateField } from '../../components/date-field.js';
import { dateAsTyped } from '../../components/date-field-value.js';
import { DefinitionList } from '../../components/definition-list.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import { mayIn } from '../../forms/rights.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { actorsOf } from '../minutes/meeting.js';
import { aboutTable } from '../work/crumbs.js';
import { closedWords } from './closed.js';
import { careWords, waitingWords } from './waiting-words.js';

/** What can become of a promise, by the command that says it. */
const turns = [
  'finish-follow-up',
  'reschedule-follow-up',
  'remind-of-follow-up',
  'drop-follow-up',
] as const;

const followUpForm = (about: AboutTown, id = '', followUpId = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const table = roundtableOf(about, id);
  const followUp = table.followUps.find((other) => other.followUp === followUpId);
  if (!followUp) throw new Refusal('roundtable/unknown');
  const page = aboutTable(about, table, 'followUps', followUpId);
  const back = mayIn(about, 'roundtable', 'agree-follow-up', town)
    ? workPath(lang, town.slug, 'tables', id, 'followUps')
    : workPath(lang, town.slug, 'followUps');
  const choices = turns.filter((command) => mayIn(about, 'roundtable', command, town));
  const today = reading.view.asOf;
  const { nameOf } = actorsOf(about);
  const open = openFollowUps(table, today).find((it) => it.followUp.followUp === followUpId);
  return {
    ...page,
    back,
    title: followUp.what,
    titleLang: 'de',
    right: ['roundtable', 'finish-follow-up'],
    now: { turn: choices[0] ?? '', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const command = choices.find((choice) => choice === reader.text('turn'));
      if (!command) reader.fail('turn', 'form.problem.choice');
      const due = command === 'reschedule-follow-up' ? { due: reader.date('due') } : {};
      const body = {
        occurredOn: reader.day('occurredOn'),
        followUp: followUpId,
        ...due,
        text: { note: reader.text('note') },
      };
      await write({ category: 'roundtable', command: command ?? turns[0], id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, back }}
        title={followUp.what}
        lang="de"
        before={
          <DefinitionList
            items={[
              {
                term: t('roundtable.followUp.who'),
                value: (
                  <a href={workPath(lang, town.slug, 'followUps', followUp.actor)}>
                    {nameOf(followUp.actor)}
                  </a>
                ),
                lang: 'de',
              },
              {
                term: t('roundtable.followUp.on'),
                value: followUp.on === null ? null : formatDay(followUp.on, lang),
              },
              {
                term: t('roundtable.followUp.stand'),
                value: open
                  ? [waitingWords(open, t), ...careWords(followUp, t)].join(' · ')
                  : closedWords(followUp, t),
              },
            ]}
          />
        }
      >
        {(fields) => (
          <>
            <RadioGroup
              {...fields.list('turn')}
              label={t('roundtable.followUp.turn')}
              choices={choices.map((value) => ({
                value,
                label: t(`roundtable.followUp.turn.${value}`),
              }))}
            />
            <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
            {choices.includes('reschedule-follow-up') ? (
              <TextField
                {...fields.text('due')}
                label={t('roundtable.followUp.newDue')}
                hint={t('roundtable.followUp.newDue.hint')}
                size="short"
                optional
              />
            ) : null}
            <TextArea
              {...fields.text('note')}
              label={t('roundtable.followUp.note')}
              hint={t('roundtable.followUp.note.internal')}
              maxLength={1000}
              optional
            />
          </>
        )}
      </FormPage>
    ),
  };
};

/** What became of a promise. */
export const followUpRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'followUps', ':followUp'], form: followUpForm },
];
