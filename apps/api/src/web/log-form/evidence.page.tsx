import type { Translate } from '@klimaspur/messages';
import { ErrorSummary, type FormError } from '../components/error-summary.js';
import { PageTitle } from '../components/page-title.js';
import { type Typed, typedText } from '../forms/typed.js';
import { EvidenceFields } from './log-form.js';

/** The piece of evidence that the form describes; what is missing the decider names. */
export const readEvidence = (typed: Typed) => {
  const [title, url] = [typedText(typed, 'evidenceTitle'), typedText(typed, 'evidenceUrl')];
  return {
    kind: typedText(typed, 'evidenceKind') || 'other',
    ...(title === '' && url !== '' ? {} : { title }),
    ...(url === '' ? {} : { url }),
  };
};

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
    <PageTitle title={t('log.addEvidence')} kicker={title} />
    <ErrorSummary t={t} errors={errors} />
    <form class="form" method="post" action={action} novalidate>
      <EvidenceFields
        t={t}
        more={{
          evidenceKind: typedText(typed, 'evidenceKind'),
          evidenceTitle: typedText(typed, 'evidenceTitle'),
          evidenceUrl: typedText(typed, 'evidenceUrl'),
        }}
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
  </>
);
