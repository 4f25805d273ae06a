import { Readable } from 'node:stream';
import type { EntryFilter } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reading } from '../../reading/reader.js';
import type { Download } from '../components/download-links.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { type FileEnding, fileEndings } from '../file-endings.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { jsonLines, trailCsvHead, trailCsvRows, trailItem } from './trail-file.js';
import { readPage, type ToldPage } from './read-page.js';
import { trailStory, type TrailStory } from './trail-story.js';
import { trailTimeline, type ShownTrail } from './trail.view.js';

/** Of a file: so many entries are read at once. */
const BATCH = 500;

export interface ReadTrail {
  readonly page: ToldPage;
  readonly story: TrailStory;
  readonly entries: readonly TimelineEntry[];
}

/** What all trails have in common: a page of them, and files of all that fits. */
@Injectable()
export class TrailDesk {
  constructor(
    private readonly vault: Vault,
    private readonly desk: MeasureDesk,
  ) {}

  /** `href`: address of what is shown, with this ending. */
  downloads(href: (ending: string) => string): readonly Download[] {
    return fileEndings.map((ending) => ({
      href: href(`.${ending}`),
      format: ending === 'jsonl' ? 'JSON Lines' : ending.toUpperCase(),
    }));
  }

  async read(reading: Reading, filter: EntryFilter, shown: ShownTrail): Promise<ReadTrail> {
    const page = await readPage(reading, filter);
    const story = await trailStory(reading, page.told, this.vault, shown.t);
    return { page, story, entries: trailTimeline(story, shown) };
  }

  /** JSON: the page that was asked for; the others: everything that fits, written while it is read. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: {
      readonly reading: Reading;
      readonly filter: EntryFilter;
      readonly shown: ShownTrail;
      readonly name: string;
      readonly format: FileEnding;
    },
  ): Promise<FastifyReply> {
    const { reading, filter, shown, name, format } = asked;
    if (format === 'json') {
      const { page, story } = await this.read(reading, filter, shown);
      const items = story.entries.map((one) => trailItem(one, story, reading));
      const content = JSON.stringify({ items, next: page.older });
      return this.desk.sendFile(request, reply, { name, format, content });
    }
    const { page: _page, ...all } = filter;
    const parts = this.parts(reading, all, shown, format);
    return this.desk.sendFile(request, reply, { name, format, content: Readable.from(parts) });
  }

  private async *parts(
    reading: Reading,
    filter: EntryFilter,
    shown: ShownTrail,
    format: 'csv' | 'jsonl',
  ): AsyncGenerator<string> {
    if (format === 'csv') yield trailCsvHead(shown.t);
    for (let before: string | null | undefined; before !== null;) {
      const place = before === undefined ? {} : { page: { before } };
      const read = await this.read(reading, { ...filter, ...place, limit: BATCH }, shown);
      yield format === 'csv' ? trailCsvRows(read.entries, shown.t) : lines(read, reading);
      before = read.page.older;
    }
  }
}

const lines = ({ story }: ReadTrail, reading: Reading): string =>
  jsonLines(story.entries.map((one) => trailItem(one, story, reading)));
