import type { Item } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import { evidenceIn } from '../../evidence/evidence-in.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { Typed } from '../../forms/typed.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { ConclusionFields } from './conclusion-fields.js';
import { correctionOf } from './correction.js';
import { promisesIn, PromiseRows } from './promise-rows.js';
import { evidenceWith, fieldWithEvidence } from './evidence-fold.js';
import { ItemBefore } from './item-before.js';
import {
  aboutMeeting,
  type AtMeeting,
  conclusionAt,
  dayOf,
  itemOf,
  meetingOf,
  meetingPath,
} from './meeting.js';

const concludeForm = (about: AboutTown, id = '', meetingId = '', itemId = ''): PageForm => {
  const { t, lang } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  const known = conclusionAt(item, meetingId);
  const now = conclusionAsTyped(item, known);
  return {
    ...aboutMeeting(at, 'results', itemId),
    title: item.topic,
    titleLang: 'de',
    right: ['roundtable', 'conclude-item'],
    now: { ...now, batch: newCommandId() },
    work: async (write, reader) => {
      const body = readConclusion(reader, at, item);
      const promises = promisesIn(reader, at, item);
      const isNew = !known || isChanged(reader, now) || evidenceIn(reader.typed) !== undefined;
      const conclusion = known
        ? correctionOf(id, known.entry, body, reader.text('reason'))
        : {
            ...{ category: 'roundtable' as const, command: 'conclude-item', id, body },
            fieldOf: fieldWithEvidence((path) => path.replace(/^text\./, '')),
          };
      const wishes = [...(isNew ? [conclusion] : []), ...promises];
      await write.check(...wishes);
      for (const wish of wishes) await write(wish);
      return {
        path: `${meetingPath(lang, at, 'protocol')}#item-${itemId}`,
        ...(wishes.length === 0 ? { notice: 'unchanged' } : {}),
      };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state }}
        takesFiles
        title={item.topic}
        lang="de"
        back={meetingPath(lang, at, 'protocol')}
        before={<ItemBefore {...{ at, item }} />}
      >
        {(fields) => (
          <>
            <ConclusionFields {...{ at, fields }} isCorrection={known !== undefined} />
            <PromiseRows {...{ about, fields, action }} />
          </>
        )}
      </FormPage>
    ),
  };
};

type Known = ReturnType<typeof conclusionAt>;

/** A first result begins with the common ground that was seen before. */
const conclusionAsTyped = (item: Item, known: Known): Record<string, string | string[]> => ({
  commonGround: known ? (known.commonGround ?? '') : (item.commonGround ?? ''),
  result: known?.result ?? '',
  dissent: [...(known?.dissent ?? [])],
  handedTo: known?.handedTo ?? '',
  recipient: known?.recipient ?? '',
  answerBy: known?.answerBy ?? '',
  text: known?.text ?? '',
});

const isChanged = ({ typed }: FormReader, now: Typed): boolean =>
  Object.entries(now).some(
    ([name, value]) => String([typed[name] ?? ''].flat()) !== String([value].flat()),
  );

const readConclusion = (reader: FormReader, at: AtMeeting, item: Item) => {
  const known = conclusionAt(item, at.meeting.meeting);
  return {
    occurredOn: known ? known.on : dayOf(at),
    item: item.item,
    meeting: at.meeting.meeting,
    result: reader.text('result'),
    dissent: reader.choices('dissent'),
    handedTo: reader.text('handedTo'),
    recipient: reader.text('recipient'),
    answerBy: reader.date('answerBy'),
    text: {
      commonGround: reader.text('commonGround'),
      text: reader.text('text'),
      note: known?.note ?? undefined,
      evidence: evidenceWith(known?.evidence ?? [], reader),
    },
  };
};

/** What came of an item at a meeting, and who does what about it. */
export const concludeRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'results', ':item'], form: concludeForm },
];
