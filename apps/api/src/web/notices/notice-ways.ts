import { catalogue, isUuid } from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import type { Notice } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { AboutTown } from '../forms/asked.js';
import { entryParameter, logPath } from '../log-form/log-paths.js';
import { mayChange } from '../measures/may-change.js';
import { decisionPath, entryPath, historyPath, workPath } from '../paths.js';
import { type NamedEntry, namedEntry } from './named-entry.js';
import type { Way } from './notice-detail.page.js';
import { noticeParameter } from './notice-paths.js';

interface Named {
  readonly entry?: Pick<NamedEntry, 'words' | 'own'> & { readonly href: string };
  readonly ways: readonly Way[];
}

/** Finds what a notice is about, and how it can lead to a correction there. */
@Injectable()
export class NoticeWays {
  /** Null where the viewer may not see the measure, or it is no more. */
  measureOf(
    { reading: { models, view }, town }: AboutTown,
    { measure }: Notice,
  ): MeasureDetail | null {
    const found = isUuid(measure) ? models.measure(measure, view) : undefined;
    return found?.municipality.id === town.id ? found : null;
  }

  async of(about: AboutTown, notice: Notice): Promise<Named> {
    const { t, lang, town, reading } = about;
    const measure = this.measureOf(about, notice);
    if (!measure) return { ways: [] };
    if (notice.entry === undefined) {
      const href = historyPath(lang, town.slug, measure.id);
      return { ways: [{ href, label: t('notices.correct.choose') }] };
    }
    const named = await namedEntry(reading, notice, town, t);
    if (!named) return { ways: [] };
    const { id, words, own } = named;
    return {
      entry: { words, own, href: entryPath(lang, town.slug, measure.id, id) },
      ways: waysTo(about, notice, named),
    };
  }
}

/** What a policy wrote is corrected where it came from; what was taken back is not corrected any more. */
const waysTo = (about: AboutTown, notice: Notice, { id, person, counts }: NamedEntry): Way[] => {
  const { t, lang, town, reading } = about;
  if (!counts) return [];
  const { decision, source } = counts.data as { decision?: string; source?: string };
  if (source !== undefined) {
    return decision === undefined
      ? []
      : [{ href: decisionPath(lang, town.slug, decision), label: t('notices.correct.decision') }];
  }
  const { type, data } = counts;
  const { recordKeeping } = catalogue[type];
  const may = mayChange(reading, town.id)?.({ type, person, recordKeeping, data });
  const href = (page: 'correct' | 'void') =>
    `${logPath(lang, town.slug, notice.measure, page)}?${entryParameter(lang)}=${id}` +
    `&${noticeParameter(lang)}=${notice.id}`;
  return [
    ...(may?.correct ? [{ href: href('correct'), label: t('notices.correct.entry') }] : []),
    ...(may?.void_ ? [{ href: href('void'), label: t('notices.correct.void') }] : []),
    ...(may?.redact
      ? [{ href: workPath(lang, town.slug, 'redact', id), label: t('redact.title') }]
      : []),
  ];
};
