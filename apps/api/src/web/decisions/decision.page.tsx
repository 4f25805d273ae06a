import { formatDay, formatInstant, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { DecisionDetail } from '../../queries/get-decision.query.js';
import { DataTable } from '../components/data-table.js';
import { DefinitionList } from '../components/definition-list.js';
import { FieldChanges } from '../components/field-changes.js';
import { type Evidence, EvidenceList } from '../components/evidence-list.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { Prose } from '../components/prose.js';
import { decisionChanges } from './decision-changes.js';
import { decisionsPath, measurePath } from '../paths.js';
import { decisionHistoryPath } from '../trail/trail-paths.js';
import { codeWord } from '../words/entry-words.js';
import { concernWords, decisionFacts, effectWords } from './decision-words.js';

interface DecisionPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly decision: DecisionDetail;
  readonly evidence: readonly Evidence[];
  readonly at: (path: string) => string;
  /** Address of pictures and text to pass on; absent: it is no news for everybody. */
  readonly shareHref?: string;
  /** Set for those who may change it. */
  readonly changes?: { readonly correctHref: string; readonly voidHref: string };
  /** Set for those who may take a text out. */
  readonly redactHref?: ((entry: string) => string) | undefined;
}

/** One vote: who decided what, on what paper, and what it means for which measure. */
export const DecisionPage = (props: DecisionPageProps) => {
  const { t, town, decision, evidence, at, shareHref, changes, redactHref } = props;
  const aboutPlan = decision.effects.length === 0 && decision.plan !== null;
  return (
    <>
      <PageTitle
        title={decision.title}
        lang="de"
        kicker={t(aboutPlan ? 'share.decision' : 'decision.kicker')}
      >
        {shareHref ? <a href={shareHref}>{t('share.open')}</a> : null}
      </PageTitle>
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      {decision.voidedBy === null ? null : (
        <Notice kind="warning">
          <p>{t('decision.voided')}</p>
        </Notice>
      )}
      <DefinitionList items={decisionFacts(decision, t)} />
      {decision.note ? <Prose text={decision.note} lang="de" /> : null}
      <section aria-labelledby="effects-heading">
        <h2 id="effects-heading">{concernWords(decision, t)}</h2>
        {decision.effects.length === 0 ? null : (
          <DataTable
            t={t}
            caption={concernWords(decision, t)}
            columns={[{ label: t('decision.measure') }, { label: t('field.effect') }]}
            rows={decision.effects.map((effect) => [
              <a href={at(measurePath(t.lang, town.slug, effect.measure))} lang="de">
                {effect.title}
              </a>,
              effectWords(effect, t),
            ])}
          />
        )}
      </section>
      <section aria-labelledby="evidence-heading">
        <h2 id="evidence-heading">{t('measure.evidence')}</h2>
        {evidence.length === 0 ? (
          <p>{t('timeline.noEvidence')}</p>
        ) : (
          <EvidenceList t={t} textLang="de" evidence={evidence} />
        )}
      </section>
      <Trail t={t} town={town} decision={decision} at={at} redactHref={redactHref} />
      {changes ? (
        <p>
          <a href={changes.correctHref}>{t('decision.correct')}</a>{' '}
          <a href={changes.voidHref}>{t('decision.void')}</a>
        </p>
      ) : null}
      <p>
        <a href={at(decisionsPath(t.lang, town.slug))}>{t('decision.all')}</a>
      </p>
    </>
  );
};

/** Who recorded it when, and every correction since. */
const Trail = ({
  t,
  town,
  decision,
  at,
  redactHref,
}: Pick<DecisionPageProps, 't' | 'town' | 'decision' | 'at' | 'redactHref'>) => (
  <section aria-labelledby="trail-heading">
    <h2 id="trail-heading">{t('decision.trail')}</h2>
    <ol class="links">
      {decision.history.toReversed().map((entry) => {
        const { reason } = (entry.data['text'] ?? {}) as { reason?: string };
        const changes = decisionChanges(entry, town, t);
        return (
          <li id={`e-${entry.id}`}>
            {codeWord(t, 'change', entry.type)}
            {entry.type === 'DecisionRecorded'
              ? ` (${t('decision.day')}: ${formatDay(entry.occurredOn, t.lang)})`
              : ''}
            {reason ? (
              <>
                {': '}
                <span lang="de">{reason}</span>
              </>
            ) : null}{' '}
            <small>
              {t('timeline.recorded')} {formatInstant(entry.recordedAt, t.lang)} {t('timeline.by')}{' '}
              <span lang="de">{entry.recordedBy ?? codeWord(t, 'role', entry.role)}</span>
            </small>
            {redactHref && entry.data['text'] !== undefined ? (
              <>
                {' '}
                <a
                  href={redactHref(entry.id)}
                  aria-label={`${t('redact.title')}: ${codeWord(t, 'change', entry.type)}, ${formatInstant(entry.recordedAt, t.lang)}`}
                >
                  {t('redact.title')}
                </a>
              </>
            ) : null}
            {changes.length > 0 ? <FieldChanges t={t} changes={changes} textLang="de" /> : null}
          </li>
        );
      })}
    </ol>
    <p class="screen-only">
      <a href={at(decisionHistoryPath(t.lang, town.slug, decision.id))}>
        {t('decision.allEntries')}
      </a>
    </p>
  </section>
);
