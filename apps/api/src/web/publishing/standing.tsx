import type { Translate } from '@klimaspur/messages';
import { Notice } from '../components/notice.js';
import { workPath } from '../paths.js';

interface StandingProps {
  readonly t: Translate;
  readonly slug: string;
  readonly what: 'town' | 'plan' | 'measure';
  /** Where it lies below „bearbeiten“. */
  readonly parts: readonly string[];
  readonly published: boolean;
  readonly may: boolean;
}

/** Who can see this, and the way to change that. */
export const Standing = ({ t, slug, what, parts, published, may }: StandingProps) => (
  <Notice kind={published ? 'success' : 'info'}>
    <p>
      <strong>{t(published ? 'publish.isPublic' : 'publish.isDraft')}</strong>{' '}
      {t(`publish.${what}.${published ? 'public' : 'draft'}`)}
    </p>
    {may ? (
      <p>
        <a href={workPath(t.lang, slug, ...parts, published ? 'unpublish' : 'publish')}>
          {t(published ? 'publish.takeBack' : 'publish.title')}
        </a>
      </p>
    ) : null}
  </Notice>
);
