import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { DecisionDetail } from '../../queries/get-decision.query.js';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { Pagination } from '../components/pagination.js';
import { decisionPath } from '../paths.js';
import { outcomeWords } from './decision-words.js';

interface DecisionsPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly decisions: readonly DecisionDetail[];
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => string;
  readonly at: (path: string) => string;
  /** Set for those who may record one. */
  readonly recordHref?: string;
}

/** Every vote that concerns several measures of a town, the newest first. */
export const DecisionsPage = (props: DecisionsPageProps) => {
  const { t, town, decisions, at, recordHref } = props;
  return (
    <>
      <PageTitle title={t('decisions.title', { name: town.name })} lead={t('decisions.lead')} />
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      {recordHref ? (
        <p>
          <a class="button" href={recordHref}>
            {t('decision.record')}
          </a>
        </p>
      ) : null}
      {decisions.length === 0 ? (
        <EmptyState text={t('decisions.none')} />
      ) : (
        <DataTable
          t={t}
          caption={t('decisions.title', { name: town.name })}
          columns={[
            { label: t('field.title') },
            { label: t('decision.day') },
            { label: t('entry.body') },
            { label: t('field.outcome') },
            { label: t('decision.measures'), numeric: true },
          ]}
          rows={decisions.map((decision) => [
            <a href={at(decisionPath(t.lang, town.slug, decision.id))} lang="de">
              {decision.title}
            </a>,
            formatDay(decision.occurredOn, t.lang),
            <span lang="de">{decision.organ.name}</span>,
            decision.voidedBy === null ? outcomeWords(decision, t) : t('decision.voidedShort'),
            decision.effects.length === 0 && decision.plan
              ? t('decision.planAlone')
              : decision.effects.length,
          ])}
        />
      )}
      <Pagination t={t} page={props.page} pages={props.pages} href={props.pageHref} />
    </>
  );
};
