import type { Lang, Translate } from '@klimaspur/messages';
import type { FastifyRequest } from 'fastify';
import { ChoiceItem } from '../components/choices.js';
import { fieldId } from '../components/field.js';
import { type Typed, typedText } from '../forms/typed.js';
import { noticeParameter } from '../notices/notice-paths.js';

const NAME = 'dueToNotice';

/** The notice for which something is corrected; undefined: for none that is known. */
export const noticeIn = ({ query }: FastifyRequest, lang: Lang): string | undefined =>
  typedText(query as Typed, noticeParameter(lang)) || undefined;

/** What the form says about it, once it was sent. */
export const isDueToNotice = (typed: Typed): boolean => typedText(typed, NAME) === 'yes';

/** „Aufgrund eines Hinweises“: the only trace of it that the public sees. */
export const DueToNotice = ({ t, checked }: { t: Translate; checked: boolean }) => (
  <div class="field choices">
    <ChoiceItem
      choice={{ value: 'yes', label: t('correct.dueToNotice') }}
      type="checkbox"
      name={NAME}
      id={fieldId(NAME)}
      checked={checked}
    />
  </div>
);
