import type { Translate } from '@klimaspur/messages';
import { ErrorSummary, type FormError } from '../components/error-summary.js';
import { PageTitle } from '../components/page-title.js';
import { EvidenceFields } from './log-form.js';

type Typed = Readonly<Record<string, unknown>>;

const typedIn = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The piece of evidence that the form describes; what is missing the decider names. */
export const readEvidence = (typed: Typed) => {
  const [title, url] = [typedIn(typed, 'evidenceTitle'), typedIn(typed, 'evidenceUrl')];
  return {
    kind: typedIn(typed, 'evidenceKind') || 'other',
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
          evidenceKind: typedIn(typed, 'evidenceKind'),
          evidenceTitle: typedIn(typed, 'evidenceTitle'),
          evidenceUrl: typedIn(typed, 'evidenceUrl'),
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
