import type { Translate } from '@klimaspur/messages';
import type { ToldProof } from '@klimaspur/proofs';
import { DefinitionList } from '../components/definition-list.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea } from '../components/text-fields.js';
import { proofCheckPath } from './proof-check-paths.js';
import { proofWords } from './proof-words.js';

interface ProofCheckPageProps {
  readonly t: Translate;
  /** Who signs here, and what was signed last: the browser compares without asking. */
  readonly signer: string;
  readonly checkpoint?: string;
  readonly source?: string;
  /** What the server found, where no script did. */
  readonly told?: ToldProof;
}

/** „Nachweis prüfen“: in the browser; without a script by the server, which says so. */
export const ProofCheckPage = (props: ProofCheckPageProps) => {
  const { t, source, told } = props;
  return (
    <>
      <PageTitle title={t('proof.title')} lead={t('proof.lead')} />
      <proof-check
        data-key={props.signer}
        data-checkpoint={props.checkpoint}
        data-ready={t('proof.ready')}
        data-words={JSON.stringify(proofWords(t))}
      >
        <div data-part="result" role="status">
          {told ? <Told t={t} told={told} /> : null}
        </div>
        <form class="form" method="post" action={proofCheckPath(t.lang)} novalidate>
          <div class="field">
            <label class="field__label" for="proof-file">
              {t('proof.file')}
            </label>
            <p class="field__hint" id="proof-file-hint">
              {t('proof.file.hint')}
            </p>
            <input
              class="input"
              id="proof-file"
              type="file"
              accept=".json,application/json"
              aria-describedby="proof-file-hint"
            />
          </div>
          <TextArea t={t} name="proof" label={t('proof.source')} rows={8} value={source ?? ''} />
          <p class="form__actions">
            <button class="button" type="submit">
              {t('proof.check')}
            </button>
          </p>
          <p data-part="ready" role="status"></p>
        </form>
      </proof-check>
      <section class="prose">
        <h2>{t('proof.where')}</h2>
        <p>{t('proof.where.browser')}</p>
        <p>{t('proof.where.server')}</p>
        <p>{t('proof.where.shell')}</p>
        <pre class="command">
          <code>klimaspur verify nachweis.json --key "{props.signer}"</code>
        </pre>
        <p>{t('proof.where.key')}</p>
      </section>
    </>
  );
};

const Told = ({ t, told }: { readonly t: Translate; readonly told: ToldProof }) => (
  <>
    <div class={`notice ${told.ok ? 'is-success' : 'is-warning'}`}>
      <h2>{told.title}</h2>
      {[...told.sentences, t('proof.byServer')].map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
    {told.facts.length > 0 ? (
      <DefinitionList items={told.facts.map(([term, value]) => ({ term, value }))} />
    ) : null}
  </>
);
