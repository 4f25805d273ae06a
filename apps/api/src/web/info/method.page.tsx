import {
  assessmentScales,
  findingCodes,
  implementationStates,
  scaleNames,
  stages,
  stageStates,
  staleAfterDays,
  statuses,
} from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { PageTitle } from '../components/page-title.js';
import { StatusBadge } from '../components/status-badge.js';
import { codeWord } from '../words/entry-words.js';
import { infoPaths, infoTitles, ruleId } from './info-paths.js';
import { InfoSection } from './info-section.js';
import {
  decisionRows,
  implementationRows,
  lateExamples,
  newsTypes,
  ruleRows,
  type AxisRow,
} from './method-facts.js';

interface Props {
  readonly t: Translate;
}

/** How is counted: every list of it is the code's own. */
export const MethodPage = ({ t }: Props) => (
  <>
    <PageTitle title={t('nav.method')} lead={t('method.lead')} />
    <InfoSection id="entries" title={t('method.entries')}>
      <p>{t('method.entries.1')}</p>
      <p>{t('method.entries.2')}</p>
      <p>{t('method.entries.3')}</p>
    </InfoSection>
    <WordsSection t={t} />
    <AxesSection t={t} />
    <StagesSection t={t} />
    <LateSection t={t} />
    <StaleSection t={t} />
    <InfoSection id="findings" title={t('method.findings')}>
      <p>{t('method.findings.1')}</p>
      <ul class="text-list">
        {findingCodes.map((code) => (
          <li>{t(`finding.${code}`)}</li>
        ))}
      </ul>
    </InfoSection>
    <AssessmentSection t={t} />
    <InfoSection id="percent" title={t('method.percent')}>
      <p>{t('method.percent.1')}</p>
    </InfoSection>
    <InfoSection id="more" title={t('method.more')}>
      <p>
        {t('method.source')} <a href={infoPaths.data[t.lang]}>{t(infoTitles.data)}</a>
      </p>
    </InfoSection>
  </>
);

const WordsSection = ({ t }: Props) => (
  <InfoSection id="words" title={t('method.words', { count: statuses.length })}>
    <p>{t('method.words.1')}</p>
    <ul class="badges">
      {statuses.map((status) => (
        <li>
          <StatusBadge t={t} status={status} />
        </li>
      ))}
    </ul>
    <p>{t('method.words.2')}</p>
    <ol class="rules">
      {ruleRows.map(({ rule, status }) => (
        <li id={ruleId(rule)}>
          <div class="rules__rule">
            <span>{t(`why.${rule}`)}</span>
            <StatusBadge t={t} status={status} />
          </div>
        </li>
      ))}
    </ol>
  </InfoSection>
);

const AxesSection = ({ t }: Props) => (
  <InfoSection id="axes" title={t('method.axes')}>
    <p>{t('method.axes.1')}</p>
    <h3>{t('method.decisionStates', { count: decisionRows.length })}</h3>
    <AxisTable
      t={t}
      caption={t('measure.decision')}
      rows={decisionRows}
      word={(state) => t(`decisionState.${state}`)}
    />
    <h3>{t('method.implementationStates', { count: implementationRows.length })}</h3>
    <AxisTable
      t={t}
      caption={t('measure.implementation')}
      rows={implementationRows}
      word={(state) => t(`implementationState.${state}`)}
    />
    <p>{t('method.noDelayState')}</p>
  </InfoSection>
);

interface AxisTableProps<State> extends Props {
  readonly caption: string;
  readonly rows: readonly AxisRow<State>[];
  readonly word: (state: State) => string;
}

const AxisTable = <State,>({ t, caption, rows, word }: AxisTableProps<State>) => (
  <DataTable
    t={t}
    caption={caption}
    columns={[{ label: t('method.state') }, { label: t('method.aloneGives') }]}
    rows={rows.map(({ state, alone }) => [
      word(state),
      <StatusBadge t={t} status={alone.status} />,
    ])}
  />
);

/** What each stage means on the two axes. */
const StagesSection = ({ t }: Props) => (
  <InfoSection id="stages" title={t('method.stages')}>
    <DataTable
      t={t}
      caption={t('method.stages')}
      columns={[
        { label: t('stages.stage') },
        { label: t('method.stages.decision') },
        { label: t('method.stages.implementation') },
      ]}
      rows={stages.map((stage) => [
        t(`stages.${stage}`),
        stageStates[stage].decision.map((state) => t(`decisionState.${state}`)).join(', '),
        stageStates[stage].implementation === implementationStates
          ? t('method.stages.any')
          : stageStates[stage].implementation
              .map((state) => t(`implementationState.${state}`))
              .join(', '),
      ])}
    />
    <p>{t('method.stages.1')}</p>
  </InfoSection>
);

const LateSection = ({ t }: Props) => (
  <InfoSection id="late" title={t('method.late')}>
    <p>{t('method.late.1')}</p>
    <p>{t('method.late.2')}</p>
    <DataTable
      t={t}
      caption={t('method.late.table')}
      columns={[{ label: t('method.late.planned') }, { label: t('method.late.from') }]}
      rows={lateExamples.map(({ planned, from }) => [
        formatDay(planned, t.lang),
        formatDay(from, t.lang),
      ])}
    />
  </InfoSection>
);

const StaleSection = ({ t }: Props) => (
  <InfoSection id="stale" title={t('method.stale')}>
    <p>{t('method.stale.1', { days: staleAfterDays })}</p>
    <h3>{t('method.stale.news')}</h3>
    <ul class="text-list">
      {newsTypes.map((type) => (
        <li>{codeWord(t, 'change', type)}</li>
      ))}
    </ul>
  </InfoSection>
);

const AssessmentSection = ({ t }: Props) => (
  <InfoSection id="assessment" title={t('method.assessment')}>
    <p>{t('method.assessment.1')}</p>
    {scaleNames.map((scale) => (
      <>
        <h3>{t(`scale.${scale}`)}</h3>
        <ul class="text-list">
          {assessmentScales[scale].map((rating) => (
            <li>{codeWord(t, `rating.${scale}`, rating)}</li>
          ))}
        </ul>
      </>
    ))}
  </InfoSection>
);
