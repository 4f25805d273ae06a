import { hash } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Day } from '@klimaspur/domain';
import { openLinkFile } from './link-file.js';
import { afterCheck, ENOUGH_FAILURES, type Standing, unreachableSince } from './standing.js';
import type { GoneReason, Verdict } from './verdict.js';

/** How far a log was looked through for links. */
export interface LogPlace {
  readonly logId: string;
  readonly position: string;
}

/** The links of one stream, all of them, and the town it belongs to. */
export interface StreamLinks {
  readonly stream: string;
  readonly town: string;
  readonly urls: readonly string[];
}

export interface UnreachableLink {
  readonly url: string;
  readonly since: Day;
  /** The instant of the first failure. */
  readonly failedAt: number;
  readonly reason: GoneReason;
  /** Where it stands. */
  readonly streams: readonly string[];
}

/** What was found out about links: disposable, and no part of the log, for a machine's look is no step of a measure. */
export class LinkStore {
  private readonly db: DatabaseSync;
  private unreachable: ReadonlyMap<string, Day> = new Map();
  private said = '';

  /** `:memory:` for tests. */
  constructor(file: string) {
    this.db = openLinkFile(file);
    this.lookAgain();
  }

  /** The same as long as pages say the same. */
  get mark(): string {
    return this.said;
  }

  /** What pages say: the day since which a link is called unreachable; undefined: it is not. */
  since(url: string): Day | undefined {
    return this.unreachable.get(url);
  }

  /** How far this log was looked through; all that is known is forgotten where it is another log. */
  placeIn(logId: string): string | undefined {
    const place = this.db.prepare('SELECT id, position FROM log').get();
    if (place && place['id'] !== logId) this.forget();
    return place?.['id'] === logId ? String(place['position']) : undefined;
  }

  /** In one step: the links of these streams as they are now, and how far the log was looked through. */
  learn(streams: readonly StreamLinks[], { logId, position }: LogPlace, now: number): void {
    this.inOneStep(() => {
      for (const { stream, town, urls } of streams) this.replacePlaces(stream, town, urls, now);
      this.run('DELETE FROM log', {});
      this.run('INSERT INTO log VALUES ($logId, $position)', { logId, position });
    });
    if (streams.length > 0) this.lookAgain();
  }

  /** The links of a stream of which a text was taken out; of those that went no byte is left in the file. */
  learnAnew({ stream, town, urls }: StreamLinks, now: number): void {
    this.inOneStep(() => this.replacePlaces(stream, town, urls, now));
    this.lookAgain();
    this.db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Whether any link stands there. */
  knows(stream: string): boolean {
    return this.db.prepare('SELECT 1 FROM place WHERE stream = ?').get(stream) !== undefined;
  }

  /** The link that has waited longest, of a host that nobody else is asking. */
  nextDue(now: number, busyHosts: Iterable<string>): { url: string; host: string } | undefined {
    return this.db
      .prepare(
        `SELECT url, host FROM link WHERE due_at <= $now
        AND host NOT IN (SELECT value FROM json_each($busy)) ORDER BY due_at LIMIT 1`,
      )
      .get({ now, busy: JSON.stringify([...busyHosts]) }) as
      { url: string; host: string } | undefined;
  }

  streamsOf(url: string): readonly string[] {
    return this.db
      .prepare('SELECT stream FROM place WHERE url = ? ORDER BY stream')
      .all(url)
      .map(({ stream }) => String(stream));
  }

  /** After a look at it that was no check: it may not be asked yet. */
  postpone(url: string, until: number): void {
    this.run('UPDATE link SET due_at = $until WHERE url = $url', { url, until });
  }

  /** Takes in what a check said; a host that asked for patience gets it for all its links. */
  record(url: string, verdict: Verdict, now: number): void {
    const standing = afterCheck(this.standingOf(url), verdict, now);
    this.run(
      `UPDATE link SET due_at = $dueAt, checked_at = $checkedAt, failures = $failures,
        first_failed_at = $firstFailedAt, last_failed_at = $lastFailedAt, reason = $reason,
        answered_at = coalesce($answeredAt, answered_at)
      WHERE url = $url`,
      { ...standing, url, answeredAt: hasAnswered(verdict) ? now : null },
    );
    if (verdict.kind === 'unclear' && verdict.waitSeconds !== undefined) {
      const until = Math.min(standing.dueAt, now + verdict.waitSeconds * 1_000);
      this.run(
        `UPDATE link SET due_at = $until WHERE due_at < $until
        AND host = (SELECT host FROM link WHERE url = $url)`,
        { url, until },
      );
    }
    this.lookAgain();
  }

  /** Those of a town, by the address. */
  unreachableIn(town: string): readonly UnreachableLink[] {
    return this.db
      .prepare(
        `SELECT l.url, l.first_failed_at, l.reason, json_group_array(p.stream) AS streams
        FROM link l JOIN place p USING (url)
        WHERE p.town = $town AND l.failures >= ${ENOUGH_FAILURES} GROUP BY l.url ORDER BY l.url`,
      )
      .all({ town })
      .flatMap((row): UnreachableLink[] => {
        const url = String(row['url']);
        const since = this.since(url);
        if (since === undefined) return [];
        return [
          {
            ...{ url, since, failedAt: Number(row['first_failed_at']) },
            reason: row['reason'] as GoneReason,
            streams: JSON.parse(String(row['streams'])) as string[],
          },
        ];
      });
  }

  standingOf(url: string): Standing | undefined {
    return this.db
      .prepare(
        `SELECT checked_at AS checkedAt, due_at AS dueAt, failures, first_failed_at AS firstFailedAt,
          last_failed_at AS lastFailedAt, reason
        FROM link WHERE url = ? AND checked_at IS NOT NULL`,
      )
      .get(url) as unknown as Standing | undefined;
  }

  close(): void {
    this.db.close();
  }

  private replacePlaces(stream: string, town: string, urls: readonly string[], now: number): void {
    const before = this.db.prepare('SELECT url FROM place WHERE stream = ?').all(stream);
    this.run('DELETE FROM place WHERE stream = $stream', { stream });
    for (const url of new Set(urls)) {
      this.run('INSERT INTO place VALUES ($stream, $url, $town)', { stream, url, town });
      this.run('INSERT OR IGNORE INTO link (url, host, due_at) VALUES ($url, $host, $now)', {
        ...{ url, now },
        host: URL.canParse(url) ? new URL(url).hostname : '',
      });
    }
    // What stands nowhere any more, such as a text that was taken out, is not kept here either.
    for (const { url } of before) {
      this.run(
        'DELETE FROM link WHERE url = $url AND NOT EXISTS (SELECT 1 FROM place WHERE url = $url)',
        { url: String(url) },
      );
    }
  }

  private forget(): void {
    this.db.exec('DELETE FROM link; DELETE FROM place; DELETE FROM log');
    this.lookAgain();
  }

  /** Where nobody at all has answered since, it is rather this machine that has no way out. */
  private lookAgain(): void {
    const rows = this.db
      .prepare(
        `SELECT url, failures, first_failed_at AS firstFailedAt FROM link
        WHERE failures >= ${ENOUGH_FAILURES} AND (reason = 'not-found'
          OR first_failed_at < (SELECT max(answered_at) FROM link)) ORDER BY url`,
      )
      .all() as unknown as { url: string; failures: number; firstFailedAt: number }[];
    const told = rows.flatMap((row): [string, Day][] => {
      const since = unreachableSince(row);
      return since === undefined ? [] : [[row.url, since]];
    });
    this.unreachable = new Map(told);
    this.said = hash('sha256', JSON.stringify(told), 'base64url').slice(0, 11);
  }

  private run(sql: string, row: Readonly<Record<string, SQLInputValue>>): void {
    this.db.prepare(sql).run(row);
  }

  private inOneStep(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }
}

/** Whoever says that there is nothing is there. */
const hasAnswered = (verdict: Verdict): boolean =>
  verdict.kind === 'reachable' || (verdict.kind === 'gone' && verdict.reason === 'not-found');
