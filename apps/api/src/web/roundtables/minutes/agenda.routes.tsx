import { itemKinds, openFollowUps, RANK_STEP } from '@klimaspur/domain';
import { isUuid, newCommandId } from '@klimaspur/event-store';
import { formatDay } from '@klimaspur/messages';
import { Fold, FormPage } from '../../forms/form.js';
import { RadioGroup, SelectField } from '../../components/choices.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { AboutTown } from '../../forms/asked.js';
import type { FormFields } from '../../forms/form-fields.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { codeWord } from '../../words/entry-words.js';
import { Agenda } from './agenda.js';
import { agendaOf } from './agenda-order.js';
import { aboutMeeting, actorsOf, measuresToChoose, meetingOf, type AtMeeting } from './meeting.js';

const agendaForm = (about: AboutTown, id = '', meetingId = ''): PageForm => {
  const { t } = about;
  const at = meetingOf(about, id, meetingId);
  const page = aboutMeeting(at, 'agenda');
  const title = t('roundtable.agenda');
  return {
    ...page,
    title,
    right: ['roundtable', 'add-item'],
    now: { item: newCommandId(), kind: 'PROPOSAL' },
    work: async (write, reader) => {
      const sent = reader.text('item') ?? '';
      const body = {
        item: isUuid(sent) ? sent : newCommandId(),
        meeting: meetingId,
        kind: reader.text('kind'),
        rank: (agendaOf(at.table, meetingId).at(-1)?.rank ?? 0) + RANK_STEP,
        measure: reader.text('measure'),
        followUp: reader.text('followUp'),
        broughtBy: reader.text('broughtBy'),
        text: {
          topic: reader.text('topic'),
          text: reader.text('text'),
          commonGround: reader.text('commonGround'),
        },
      };
      await write({ category: 'roundtable', command: 'add-item', id, body });
      return { path: page.path(about.lang) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={at.table.name}
        back={page.back}
        lead={t('roundtable.agenda.lead', { day: formatDay(at.meeting.on, about.lang) })}
        before={<Agenda at={at} />}
        submit={t('roundtable.agenda.add')}
      >
        {(fields) => <ItemFields {...{ at, fields }} />}
      </FormPage>
    ),
  };
};

const ItemFields = ({ at, fields }: { at: AtMeeting; fields: FormFields }) => {
  const { t } = fields;
  const { about, table } = at;
  const actors = actorsOf(about);
  const promised = openFollowUps(table, about.reading.view.asOf);
  const more = ['text', 'commonGround', 'measure', 'broughtBy', 'followUp'] as const;
  const none = { value: '', label: t('roundtable.noChoice') };
  return (
    <>
      <input type="hidden" name="item" value={fields.text('item').value} />
      <TextField
        {...fields.text('topic')}
        label={t('roundtable.item.topic')}
        lang="de"
        maxLength={300}
        required
      />
      <RadioGroup
        {...fields.list('kind')}
        label={t('roundtable.item.kind')}
        choices={itemKinds.map((value) => ({
          value,
          label: codeWord(t, 'roundtable.itemKind', value),
        }))}
        inline
      />
      <Fold
        title={t('roundtable.item.more')}
        open={fields.needsEye(...more) || fields.isFilled(...more)}
      >
        <TextArea
          {...fields.text('commonGround')}
          label={t('roundtable.item.commonGround')}
          hint={t('roundtable.item.commonGround.hint')}
          maxLength={4000}
          optional
        />
        <TextArea
          {...fields.text('text')}
          label={t('roundtable.item.text')}
          maxLength={10_000}
          optional
        />
        <SelectField
          {...fields.text('measure')}
          label={t('roundtable.item.measure')}
          hint={t('roundtable.item.measure.hint')}
          choices={measuresToChoose(about)}
        />
        <SelectField
          {...fields.text('broughtBy')}
          label={t('roundtable.item.broughtBy')}
          choices={actors.choices(none.label)}
        />
        {promised.length === 0 ? null : (
          <SelectField
            {...fields.text('followUp')}
            label={t('roundtable.item.followUp')}
            choices={[
              none,
              ...promised.map(({ followUp }) => ({
                value: followUp.followUp,
                label: `${actors.nameOf(followUp.actor)}: ${followUp.what}`,
                lang: 'de',
              })),
            ]}
          />
        )}
      </Fold>
    </>
  );
};

/** What is to be talked about at a meeting. */
export const agendaRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'agenda'], form: agendaForm },
];
