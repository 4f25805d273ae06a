import type { Translate } from '@klimaspur/messages';
import { type FormError, WithErrors } from '../components/error-summary.js';
import { PageTitle } from '../components/page-title.js';
import { EvidenceFields } from '../evidence/evidence-fields.js';
import { MULTIPART } from '../forms/form.js';
import type { Typed } from '../forms/typed.js';

interface EvidencePageProps {
  readonly t: Translate;
  readonly title: string;
  readonly action: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

/** „Beleg ergänzen“: evidence that comes after the entry. */
export const EvidencePage = ({ t, title, action, typed, errors }: EvidencePageProps) => (
  <>
    <PageTitle title={t('log.addEvidence')} about={title} />
    <WithErrors t={t} errors={errors}>
      <form class="form" method="post" action={action} enctype={MULTIPART} novalidate>
        <EvidenceFields
          t={t}
          typed={typed}
          field={(name) => ({
            t,
            name,
            error: errors.find((error) => error.name === name)?.text,
          })}
        />
        <p class="form__actions">
          <button class="button" type="submit">
            {t('log.addEvidence')}
          </button>
        </p>
      </form>
    </WithErrors>
  </>
);
