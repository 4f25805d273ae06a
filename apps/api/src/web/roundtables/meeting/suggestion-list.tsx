import type { Translate } from '@klimaspur/messages';
import { ErrorSummary } from '../../components/error-summary.js';
import { FormSecrets } from '../../forms/form.js';
import type { FormState } from '../../forms/form-fields.js';
import type { Suggestion } from './suggestions.js';

interface SuggestionListProps {
  readonly t: Translate;
  readonly action: string;
  readonly state: Pick<FormState, 'key' | 'errors'>;
  readonly suggestions: readonly Suggestion[];
}

/** What could be talked about, and why; one button each. */
export const SuggestionList = ({ t, action, state, suggestions }: SuggestionListProps) => (
  <>
    <ErrorSummary t={t} errors={state.errors} of={null} />
    <form class="form" method="post" action={action}>
      <FormSecrets state={state} />
      <ul class="tasks is-wide">
        {suggestions.map(({ key, reason, topic }) => (
          <li>
            <p class="tasks__what">
              <span lang="de">{topic}</span>
              <small>{t(`roundtable.suggestion.${reason}`)}</small>
            </p>
            <p class="tasks__stand">
              <button class="button is-quiet" type="submit" name="add" value={key}>
                {t('roundtable.suggestion.add')}
                <span class="hidden" lang="de">
                  : {topic}
                </span>
              </button>
            </p>
          </li>
        ))}
      </ul>
    </form>
  </>
);
