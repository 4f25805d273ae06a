import { formatDay, type Translate } from '@klimaspur/messages';
import type { MeasureDetail } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { DataTable } from '../components/data-table.js';
import { DefinitionList } from '../components/definition-list.js';
import { Prose } from '../components/prose.js';
import { Unreachable } from '../components/unreachable.js';
import { codeWord, euros } from '../words/entry-words.js';
import { sheetTerms } from './sheet-terms.js';

interface SheetProps {
  readonly t: Translate;
  readonly measure: MeasureDetail;
}
type Texts = MeasureDetail['texts'];

/** The measure sheet (Maßnahmenblatt): the words of the plan, then what it says in terms and figures. */
export const MeasureSheet = (props: SheetProps) => {
  const parts = sheetParts(props).filter(({ content }) => content !== null);
  const terms = sheetTerms(props).filter(({ value }) => value !== '' && value !== undefined);
  if (parts.length + terms.length === 0) return null;
  return (
    <section aria-labelledby="texts-heading">
      <h2 id="texts-heading">{props.t('measure.texts')}</h2>
      {terms.length > 0 ? <DefinitionList items={terms} /> : null}
      {parts.map(({ name, content }) => (
        <>
          <h3>{props.t(`text.${name}`)}</h3>
          {content}
        </>
      ))}
    </section>
  );
};

interface Part {
  readonly name: Exclude<keyof Texts, 'teaser'>;
  readonly content: ComponentChildren;
}

/** In the order in which a sheet is read: what and why, how, with what, how it stands. */
const sheetParts = ({ t, measure: { texts } }: SheetProps): readonly Part[] => {
  const prose = (name: ProseName): Part => ({
    name,
    content: texts[name] ? <Prose text={texts[name]} lang="de" /> : null,
  });
  return [
    ...(['description', 'planText', 'background', 'goal'] as const).map(prose),
    { name: 'targetGroups', content: listOf(texts.targetGroups) },
    { name: 'steps', content: steps(texts.steps, t) },
    { name: 'indicators', content: indicators(texts.indicators, t) },
    { name: 'funding', content: funding(texts.funding, t) },
    ...prosesAfterMoney.map(prose),
    { name: 'papers', content: papers(texts.papers, t) },
    ...prosesOfState.map(prose),
  ];
};

type ProseName = {
  [K in Part['name']]-?: NonNullable<Texts[K]> extends string ? K : never;
}[Part['name']];
const prosesAfterMoney = [
  'costNote',
  'savingsMethod',
  'notQuantifiedReason',
  'coBenefits',
  'localValue',
  'examples',
  'related',
] as const satisfies readonly ProseName[];
const prosesOfState = [
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'remarks',
  'planAssessment',
  'supporters',
] as const satisfies readonly ProseName[];

const listOf = (items: readonly string[] | undefined) =>
  items?.length ? (
    <ul lang="de">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  ) : null;

const steps = (rows: Texts['steps'], t: Translate) =>
  rows?.length ? (
    <DataTable
      t={t}
      caption={t('text.steps')}
      columns={[
        { label: t('sheet.step') },
        { label: t('sheet.step.start') },
        { label: t('sheet.step.end') },
        { label: t('sheet.step.state') },
      ]}
      rows={rows.map(({ text, start, end, state }) => [
        <span lang="de">{text}</span>,
        start ? formatDay(start, t.lang) : '',
        end ? formatDay(end, t.lang) : '',
        codeWord(t, 'sheet.step.state', state),
      ])}
    />
  ) : null;

const indicators = (rows: Texts['indicators'], t: Translate) =>
  rows?.length ? (
    <DataTable
      t={t}
      caption={t('text.indicators')}
      columns={[
        { label: t('sheet.indicator') },
        { label: t('sheet.indicator.unit') },
        { label: t('sheet.indicator.baseline') },
        { label: t('sheet.indicator.target') },
      ]}
      rows={rows.map(({ name, unit, baseline, target }) => [
        <span lang="de">{name}</span>,
        ...[unit, baseline, target].map((word) => <span lang="de">{word}</span>),
      ])}
    />
  ) : null;

const funding = (rows: Texts['funding'], t: Translate) =>
  rows?.length ? (
    <DataTable
      t={t}
      caption={t('text.funding')}
      columns={[
        { label: t('sheet.funding.source') },
        { label: t('sheet.funding.amount'), numeric: true },
        { label: t('sheet.funding.state') },
      ]}
      rows={rows.map(({ source, amountCents, state }) => [
        <span lang="de">{source}</span>,
        amountCents === undefined ? '' : euros(amountCents, t),
        codeWord(t, 'sheet.funding.state', state),
      ])}
    />
  ) : null;

const papers = (rows: Texts['papers'], t: Translate) =>
  rows?.length ? (
    <ul>
      {rows.map(({ number, title, url }) => {
        const name = title ? `${number} – ${title}` : number;
        if (!url) return <li lang="de">{name}</li>;
        return (
          <li>
            <a href={url} lang="de">
              {name}
            </a>
            <Unreachable t={t} url={url} />
          </li>
        );
      })}
    </ul>
  ) : null;
