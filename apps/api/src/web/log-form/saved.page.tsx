import type { Translate } from '@klimaspur/messages';
import { type Evidence, EvidenceList } from '../components/evidence-list.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';

export interface SavedPageProps {
  readonly t: Translate;
  readonly title: string;
  /** „Eingetragen.“ */
  readonly done: string;
  /** What was added to the entry; absent: the entry itself was made. */
  readonly evidence?: readonly Evidence[];
  /** What was recorded, and for which day. */
  readonly words: string;
  readonly day: string;
  /** Where it stands in the history. */
  readonly entryHref: string;
  readonly voided: boolean;
  /** Everybody can see the measure. */
  readonly visible: boolean;
  readonly undoAction: string;
  readonly evidenceHref: string;
  readonly measureHref: string;
  readonly anotherHref: string;
  /** Set where it is good news for everybody. */
  readonly shareHref?: string;
}

/** „Eingetragen. Sichtbar für: …“, and what can be done about it now. */
export const SavedPage = (props: SavedPageProps) => {
  const { t, voided } = props;
  return (
    <>
      <PageTitle title={props.title} lang="de" />
      <Notice kind={voided ? 'info' : 'success'} announced>
        <p>
          {voided
            ? t('log.undone')
            : `${props.done} ${t(props.visible ? 'log.saved.public' : 'log.saved.draft')}`}
        </p>
      </Notice>
      <p>
        <a href={props.entryHref}>{props.words}</a> · {props.day}
      </p>
      {props.evidence ? <EvidenceList t={t} evidence={props.evidence} textLang="de" /> : null}
      {voided ? null : (
        <form class="form__actions" method="post" action={props.undoAction}>
          <a class="button" href={props.evidenceHref}>
            {t('log.addEvidence')}
          </a>{' '}
          <button class="button is-quiet" type="submit">
            {t('log.undo')}
          </button>
        </form>
      )}
      <ul class="links">
        {props.shareHref ? (
          <li>
            <a href={props.shareHref}>{t('share.saved')}</a>
          </li>
        ) : null}
        <li>
          <a href={props.measureHref}>{t('log.toMeasure')}</a>
        </li>
        <li>
          <a href={props.anotherHref}>{t('log.another')}</a>
        </li>
      </ul>
    </>
  );
};
