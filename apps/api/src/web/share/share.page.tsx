import type { Translate } from '@klimaspur/messages';
import { PageTitle } from '../components/page-title.js';
import { CopyText } from '../components/copy-text.js';
import { type Shape, sizes } from './drawing/card.js';
import { momentWords } from '../words/moment-words.js';
import type { Shared } from './shared.js';

interface SharePageProps {
  readonly t: Translate;
  readonly shared: Shared;
  readonly text: string;
  /** Both pictures say the same. */
  readonly alt: string;
  readonly pictures: readonly Omit<PictureProps, 't' | 'alt'>[];
  readonly backHref: string;
}

interface PictureProps {
  readonly t: Translate;
  readonly alt: string;
  readonly shape: Shape;
  readonly href: string;
}

/** Two pictures and a short text to pass on. */
export const SharePage = ({ t, shared, text, alt, pictures, backHref }: SharePageProps) => (
  <>
    <PageTitle
      kicker={t('share.open')}
      title={shared.kind === t('share.town') ? shared.named('') : shared.title}
      lang="de"
      lead={t('share.lead', { stand: momentWords(shared.moment, t) })}
    />
    <section aria-labelledby="text-heading">
      <h2 id="text-heading">{t('share.text')}</h2>
      <CopyText
        t={t}
        name="text"
        label={t('share.text.label')}
        hint={t('share.text.hint', { count: text.length })}
        value={text}
        rows={6}
      />
    </section>
    <section aria-labelledby="pictures-heading">
      <h2 id="pictures-heading">{t('share.pictures')}</h2>
      <div class="share-pictures">
        {pictures.map((picture) => (
          <SharePicture {...{ t, alt, ...picture }} />
        ))}
      </div>
      <CopyText
        t={t}
        name="alt"
        label={t('share.alt')}
        hint={t('share.alt.hint')}
        value={alt}
        rows={6}
      />
    </section>
    <p>
      <a href={backHref}>{t('share.back')}</a>
    </p>
  </>
);

const SharePicture = ({ t, alt, shape, href }: PictureProps) => {
  const { width, height } = sizes[shape];
  return (
    <figure class={`share-picture is-${shape}`}>
      <img src={href} alt={alt} width={width} height={height} />
      <figcaption>
        {t(`share.${shape}`, { width: String(width), height: String(height) })}{' '}
        <a href={href} download>
          {t(`share.download.${shape}`)}
        </a>
      </figcaption>
    </figure>
  );
};
