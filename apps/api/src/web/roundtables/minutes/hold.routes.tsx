import { seatKindOf, seatKinds } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import type { ActorDetail } from '@klimaspur/read-models';
import { CheckboxGroup, type ChoiceGroup } from '../../components/choices.js';
import { DateField } from '../../components/date-field.js';
import { dateAsTyped } from '../../components/date-field-value.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { codeWord } from '../../words/entry-words.js';
import { correctionOf, Reason } from './correction.js';
import {
  aboutMeeting,
  actorChoice,
  actorsOf,
  type AtMeeting,
  dayOf,
  meetingOf,
  meetingPath,
} from './meeting.js';

const holdForm = (about: AboutTown, id = '', meetingId = ''): PageForm => {
  const { t, lang, reading } = about;
  const at = meetingOf(about, id, meetingId);
  const { table, meeting } = at;
  const { held } = meeting;
  const actors = actorsOf(about).all;
  const title = t(held ? 'roundtable.hold.change' : 'roundtable.hold');
  return {
    ...aboutMeeting(at, 'held'),
    title,
    right: ['roundtable', 'hold-meeting'],
    ...(held ? { edits: true } : {}),
    now: {
      ...dateAsTyped('occurredOn', dayOf(at)),
      groups: held ? [...held.groups] : comingTo(at),
      guests: held?.guests ? String(held.guests) : '',
      summary: held?.summary ?? '',
    },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        meeting: meetingId,
        groups: reader.choices('groups') ?? [],
        guests: reader.integer('guests'),
        text: { summary: reader.text('summary'), note: held?.note ?? undefined },
      };
      await write(
        held
          ? correctionOf(id, held.entry, body, reader.text('reason'))
          : { category: 'roundtable', command: 'hold-meeting', id, body },
      );
      return { path: meetingPath(lang, at, 'protocol') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={table.name}
        back={meetingPath(lang, at)}
        lead={t(held ? 'roundtable.hold.change.lead' : 'roundtable.hold.lead', {
          day: formatDay(meeting.on, lang),
        })}
      >
        {(fields) => (
          <>
            <DateField
              {...fields.day('occurredOn')}
              label={t('roundtable.hold.on')}
              max={reading.view.asOf}
            />
            <CheckboxGroup
              {...fields.list('groups')}
              label={t('roundtable.hold.groups')}
              hint={t('roundtable.hold.groups.hint')}
              groups={byKind(at, actors)}
            />
            <TextField
              {...fields.text('guests')}
              label={t('roundtable.hold.guests')}
              hint={t('roundtable.hold.guests.hint')}
              size="short"
              inputMode="numeric"
              optional
            />
            <TextArea
              {...fields.text('summary')}
              label={t('roundtable.hold.summary')}
              hint={t('roundtable.hold.summary.hint')}
              maxLength={10_000}
              rows={5}
              optional
            />
            {held ? <Reason fields={fields} /> : null}
          </>
        )}
      </FormPage>
    ),
  };
};

/** Those who said that they, or somebody in their place, will come. */
const comingTo = ({ meeting: { replies } }: AtMeeting): string[] =>
  replies.filter(({ reply }) => reply !== 'NO').map(({ actor }) => actor);

/** Those of the table by the groups they are counted in; all others below. */
const byKind = (
  { about: { t }, table, meeting }: AtMeeting,
  actors: readonly ActorDetail[],
): ChoiceGroup[] => {
  const seats = new Map(table.seats.map(({ actor, kind }) => [actor, kind]));
  const known = new Set([...seats.keys(), ...meeting.invited, ...(meeting.held?.groups ?? [])]);
  const kindOf = ({ id, kind }: ActorDetail) => seats.get(id) ?? seatKindOf[kind];
  const groups = [
    ...seatKinds.map((kind) => ({
      label: codeWord(t, 'seatKind', kind),
      choices: actors
        .filter((each) => known.has(each.id) && kindOf(each) === kind)
        .map(actorChoice),
    })),
    {
      label: t('roundtable.hold.others'),
      choices: actors.filter(({ id }) => !known.has(id)).map(actorChoice),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
};

/** The meeting was held, and these were there. */
export const holdRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'held'], form: holdForm },
];
