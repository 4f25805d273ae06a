import { languages, type Lang, type Translate } from '@klimaspur/messages';

/** The picture that stands for a page. */
export interface Preview {
  /** Its address, from `/`. */
  readonly image: string;
  readonly alt: string;
}

interface PreviewMetaProps {
  readonly t: Translate;
  readonly title: string;
  readonly description: string;
  readonly baseUrl: string;
  /** The whole address of the page. */
  readonly address: string;
  readonly preview?: Preview;
}

const regions: Readonly<Record<Lang, string>> = { de: 'de_DE', en: 'en_GB' };

/** What other sites show of the page where somebody links to it (Open Graph). */
export const PreviewMeta = (props: PreviewMetaProps) => {
  const { t, title, description, baseUrl, address, preview } = props;
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('product.name')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} data-filtered />
      <meta property="og:locale" content={regions[t.lang]} />
      {languages
        .filter((lang) => lang !== t.lang)
        .map((lang) => (
          <meta property="og:locale:alternate" content={regions[lang]} />
        ))}
      {preview ? (
        <>
          <meta property="og:image" content={baseUrl + preview.image} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={preview.alt} />
        </>
      ) : null}
      <meta name="twitter:card" content={preview ? 'summary_large_image' : 'summary'} />
    </>
  );
};
