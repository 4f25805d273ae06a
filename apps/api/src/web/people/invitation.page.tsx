import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import { PageTitle } from '../components/page-title.js';
import { TextArea } from '../components/text-fields.js';

interface InvitationProps {
  readonly t: Translate;
  /** The address that lets somebody in. */
  readonly url: string;
  readonly expiresAt: number;
  /** To be sent on; absent: the link is for oneself. */
  readonly letter?: (day: string) => string;
  readonly lead?: string;
  readonly backHref: string;
  readonly back: string;
}

/** A link that lets somebody in: shown once, because only its check number is kept. */
export const InvitationPage = (props: InvitationProps) => {
  const { t, url, letter, lead } = props;
  const day = formatDay(berlinDay(new Date(props.expiresAt).toISOString()), t.lang);
  const text = letter?.(day);
  const mail = new URLSearchParams({ subject: t('invitation.subject'), body: text ?? '' });
  return (
    <>
      <PageTitle title={t('invitation.title')} lead={t('invitation.once', { day })} />
      {lead ? <p>{lead}</p> : null}
      <p class="typed-text">
        <code>{url}</code>
      </p>
      {text === undefined ? null : (
        <>
          <TextArea
            t={t}
            name="letter"
            label={t('invitation.text')}
            value={text}
            rows={11}
            readOnly
          />
          <p>
            <a href={`mailto:?${String(mail).replaceAll('+', '%20')}`}>{t('invitation.mail')}</a>
          </p>
        </>
      )}
      <p>
        <a href={props.backHref}>{props.back}</a>
      </p>
    </>
  );
};
