import { seatKindOf, seatKinds } from '@klimaspur/domain';
import { derivedId, isUuid, newCommandId } from '@klimaspur/event-store';
import type { ActorDetail, RoundtableDetail } from '@klimaspur/read-models';
import { Refusal } from '../../../errors/refusal.js';
import { CheckboxGroup, RadioGroup, SelectField } from '../../components/choices.js';
import { DateField } from '../../components/date-field.js';
import { dateAsTyped } from '../../components/date-field-value.js';
import { EmptyState } from '../../components/empty-state.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { dayAndNoteForm } from '../../forms/day-and-note-form.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import { aboutTable } from './crumbs.js';

const actorsIn = ({ reading: { models, view }, town }: AboutTown) =>
  models.actors({ municipality: town.id }, view);

const addForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const table = roundtableOf(about, id);
  const actors = actorsIn(about);
  const seated = new Set(table.seats.filter(({ ended }) => !ended).map(({ actor }) => actor));
  const others = actors.filter((actor) => !seated.has(actor.id));
  const page = aboutTable(about, table, 'seats');
  const title = t('roundtable.seats');
  const today = reading.view.asOf;
  return {
    ...page,
    title,
    right: ['roundtable', 'add-seat'],
    now: { batch: newCommandId(), kind: '', voting: 'yes', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const sent = reader.text('batch') ?? '';
      const batch = isUuid(sent) ? sent : newCommandId();
      const chosen = others.filter((actor) => reader.choices('actors')?.includes(actor.id));
      if (chosen.length === 0) reader.fail('actors', 'alliance.problem.nobody');
      const wishes = chosen.map((actor) => ({
        ...{ category: 'roundtable' as const, command: 'add-seat', id },
        body: {
          occurredOn: reader.day('occurredOn'),
          // The same form sent twice names the same seats.
          seat: derivedId(batch, actor.id),
          actor: actor.id,
          kind: reader.text('kind') ?? seatKindOf[actor.kind],
          voting: reader.text('voting') !== 'no',
        },
      }));
      await write.check(...wishes);
      for (const wish of wishes) await write(wish);
      return { path: workPath(lang, town.slug, 'tables', id, 'seats') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={table.name}
        back={page.back}
        lead={t('roundtable.seats.lead')}
        before={<Seats {...{ about, table, actors }} />}
        submit={t('roundtable.seat.add')}
      >
        {(fields) => (
          <>
            <input type="hidden" name="batch" value={fields.text('batch').value} />
            <CheckboxGroup
              {...fields.list('actors')}
              label={t('roundtable.seat.who')}
              choices={others.map((actor) => ({
                value: actor.id,
                label: actor.name,
                lang: 'de',
              }))}
            />
            <RadioGroup
              {...fields.list('voting')}
              label={t('roundtable.seat.voting')}
              choices={[
                { value: 'yes', label: t('roundtable.seat.voting.yes') },
                { value: 'no', label: t('roundtable.seat.voting.no') },
              ]}
              inline
            />
            <SelectField
              {...fields.text('kind')}
              label={t('roundtable.seat.kind')}
              choices={[
                { value: '', label: t('roundtable.seat.kind.own') },
                ...seatKinds.map((value) => ({ value, label: codeWord(t, 'seatKind', value) })),
              ]}
            />
            <DateField
              {...fields.day('occurredOn')}
              label={t('roundtable.seat.since')}
              max={today}
            />
          </>
        )}
      </FormPage>
    ),
  };
};

interface SeatsProps {
  readonly about: AboutTown;
  readonly table: RoundtableDetail;
  readonly actors: readonly ActorDetail[];
}

/** Who sits at the table now, by group. */
const Seats = ({ about: { t, lang, town }, table, actors }: SeatsProps) => {
  const seats = table.seats.filter(({ ended }) => !ended);
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? '';
  return (
    <>
      {seats.length === 0 ? (
        <EmptyState
          text={t(actors.length === 0 ? 'roundtable.seats.none' : 'roundtable.seats.noneYet')}
        >
          <p>
            <a href={workPath(lang, town.slug, 'organisations', 'new')}>{t('alliance.add')}</a>
          </p>
        </EmptyState>
      ) : (
        seatKinds.map((kind) => {
          const ofKind = seats.filter((seat) => seat.kind === kind);
          return ofKind.length === 0 ? null : (
            <section aria-labelledby={`seats-${kind}`}>
              <h2 id={`seats-${kind}`}>{codeWord(t, 'seatKind', kind)}</h2>
              <ul class="tasks">
                {ofKind.map(({ seat, actor, voting }) => (
                  <li>
                    <p class="tasks__what">
                      <strong lang="de">{nameOf(actor)}</strong>
                      <small>
                        {t(voting ? 'roundtable.seat.voting.yes' : 'roundtable.seat.voting.no')}
                      </small>
                    </p>
                    <p class="tasks__stand">
                      <a href={workPath(lang, town.slug, 'tables', table.id, 'seats', seat, 'end')}>
                        {t('roundtable.seat.end')}
                        <span class="hidden" lang="de">
                          : {nameOf(actor)}
                        </span>
                      </a>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          );
        })
      )}
      <h2>{t('roundtable.seat.add')}</h2>
    </>
  );
};

const endForm = (about: AboutTown, id = '', seat = ''): PageForm => {
  const { t, lang, town } = about;
  const table = roundtableOf(about, id);
  const taken = table.seats.find((other) => other.seat === seat);
  if (!taken) throw new Refusal('roundtable/unknown');
  return dayAndNoteForm(about, {
    ...aboutTable(about, table, 'seats', seat, 'end'),
    back: workPath(lang, town.slug, 'tables', id, 'seats'),
    ...{ category: 'roundtable', command: 'end-seat', id, terms: { seat }, noteLength: 1000 },
    title: t('roundtable.seat.end'),
    name: actorsIn(about).find((actor) => actor.id === taken.actor)?.name ?? '',
  });
};

/** Who sits at a round table. */
export const seatRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'seats'], form: addForm },
  { parts: ['tables', ':table', 'seats', ':seat', 'end'], form: endForm },
];
