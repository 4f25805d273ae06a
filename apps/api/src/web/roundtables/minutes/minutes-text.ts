import { formatDay, listOf, type Translate } from '@klimaspur/messages';
import { dateAfter, type FollowUp, type Item } from '@klimaspur/domain';
import { codeWord } from '../../words/entry-words.js';
import { actorsOf, type AtMeeting, conclusionAt, itemsOf, measureNames } from './meeting.js';
import { unreleased } from './unreleased.js';

/** The minutes as Markdown, for those who were there: with what is not for everybody, and says so. */
export const minutesMarkdown = (at: AtMeeting): string => {
  const { about, table, meeting } = at;
  const { t, lang } = about;
  const day = formatDay(meeting.held?.on ?? meeting.on, lang);
  const next = dateAfter(table, meeting, about.reading.view.asOf);
  return `${[
    `# ${table.name}: ${t('roundtable.minutes.title', { day })}`,
    ...[meeting.topic, presentIn(at), meeting.held?.summary],
    ...itemsOf(at).map((item, index) => itemText(at, item, index + 1)),
    promisesText(at),
    next && t('roundtable.nextMeeting', { day: formatDay(next, lang) }),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
};

const presentIn = ({ about, meeting: { held } }: AtMeeting): string => {
  const { t, lang } = about;
  if (!held) return '';
  const { nameOf } = actorsOf(about);
  const groups = held.groups.map(nameOf);
  return [
    ...(groups.length > 0 ? [`${t('roundtable.present')}: ${listOf(groups, lang)}.`] : []),
    ...(held.guests ? [t('roundtable.present.guests', { count: held.guests })] : []),
  ].join(' ');
};

const itemText = (at: AtMeeting, item: Item, number: number): string => {
  const { about, meeting } = at;
  const { t } = about;
  const concluded = conclusionAt(item, meeting.meeting);
  const ground = concluded?.commonGround ?? item.commonGround;
  const { nameOf } = actorsOf(about);
  const kind = codeWord(t, 'roundtable.itemKind', item.kind);
  const by = item.broughtBy ? ` · ${t('roundtable.broughtBy')} ${nameOf(item.broughtBy)}` : '';
  const measures = measureNames(about, item);
  return [
    `## ${number}. ${item.topic}`,
    `*${kind}${by}*`,
    ground && `**${t('roundtable.commonGround')}:** ${ground}`,
    ...resultText(at, item),
    item.text,
    evidenceText([...item.evidence, ...(concluded?.evidence ?? [])], t),
    ...measures.map((title) => `${t('roundtable.aboutMeasure')} ${title}`),
  ]
    .filter(Boolean)
    .join('\n\n');
};

/** „Belege: Lageplan (https://…)“. */
const evidenceText = (evidence: Item['evidence'], t: Translate): string => {
  const names = evidence.map(({ kind, title, url }) =>
    [title ?? t(`evidence.${kind}`), url && `(<${url}>)`].filter(Boolean).join(' '),
  );
  return names.length === 0 ? '' : `${t('measure.evidence')}: ${names.join(' · ')}`;
};

const resultText = (at: AtMeeting, item: Item): string[] => {
  const { about, meeting } = at;
  const { t, lang } = about;
  const concluded = conclusionAt(item, meeting.meeting);
  if (!concluded) return [];
  const { result, dissent, handedTo, recipient, answerBy, text } = concluded;
  const { nameOf } = actorsOf(about);
  const word = t('roundtable.result.title', { result: codeWord(t, 'roundtable.result', result) });
  return [
    `**${word}**`,
    ...(text ? [text] : []),
    ...(dissent ? [`${t('roundtable.dissent')} ${listOf(dissent.map(nameOf), lang)}`] : []),
    ...(unreleased(item, meeting.meeting).length > 0 ? [t('roundtable.dissent.internal')] : []),
    ...(handedTo
      ? [
          [
            t('roundtable.handedTo', { to: codeWord(t, 'roundtable.handedTo', handedTo) }),
            ...(recipient ? [nameOf(recipient)] : []),
            ...(answerBy ? [t('roundtable.answerBy', { day: formatDay(answerBy, lang) })] : []),
          ].join(' · '),
        ]
      : []),
  ];
};

const promisesText = ({ about, table, meeting }: AtMeeting): string => {
  const { t } = about;
  const { nameOf } = actorsOf(about);
  const promises = table.followUps.filter((it) => it.meeting === meeting.meeting);
  if (promises.length === 0) return '';
  const lines = promises.map((it) => `- **${nameOf(it.actor)}:** ${promiseLine(it, t)}`);
  return `## ${t('roundtable.promises')}\n\n${lines.join('\n')}`;
};

/** „Flyer drucken (bis 3. Mai 2026)“. */
export const promiseLine = ({ what, due }: FollowUp, t: Translate): string =>
  due === null ? what : `${what} (${t('roundtable.until', { day: formatDay(due, t.lang) })})`;
