import { basename } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** What SQLite may say in hard weather; all of it passes. */
const troubles = {
  full: { errcode: 13, message: 'database or disk is full' },
  unwritten: { errcode: 778, message: 'disk I/O error' },
  unread: { errcode: 266, message: 'disk I/O error' },
  busy: { errcode: 5, message: 'database is locked' },
} as const;

type Trouble = keyof typeof troubles;

export interface Storm {
  readonly random: () => number;
  /** Of so many calls one fails. */
  readonly every: number;
  /** Then it is over. */
  readonly faults: number;
  /** Names of files. */
  readonly files: readonly string[];
}

const WRITES = /^\s*(BEGIN|COMMIT|INSERT|UPDATE|DELETE|REPLACE)/i;

// oxlint-disable-next-line typescript/no-explicit-any -- whatever a method may be called on
type Method = (this: any, ...args: never[]) => unknown;

/**
 * Lets calls of node:sqlite fail, in every room of this process at once. A call fails before it does anything; a COMMIT
 * may also fail after it was done, as one over a network does. Taking back never fails: SQLite does that in memory.
 */
export class SqliteFaults {
  private storm: Storm | undefined;
  private left = 0;
  private readonly files = new WeakMap<object, string>();
  private readonly restore: (() => void)[] = [];
  /** How many calls failed, by file and what SQLite said; `done`: a COMMIT that failed after it was done. */
  readonly seen = new Map<string, number>();

  constructor() {
    const { files } = this;
    const fails = (file: string | undefined, kinds: readonly Trouble[]) => this.next(file, kinds);
    const count = (what: string) => this.count(what);
    const isDoneAllTheSame = () => this.storm!.random() < 0.5;
    this.replace(
      DatabaseSync.prototype,
      'prepare',
      (prepare) =>
        function (this: DatabaseSync, ...args) {
          const statement = prepare.apply(this, args) as object;
          files.set(statement, nameOf(this));
          return statement;
        },
    );
    this.replace(
      DatabaseSync.prototype,
      'exec',
      (exec) =>
        function (this: DatabaseSync, ...args) {
          const [sql] = args as readonly string[];
          const before = WRITES.test(sql!)
            ? fails(nameOf(this), ['full', 'unwritten', 'busy'])
            : undefined;
          if (!before) return exec.apply(this, args);
          if (/^\s*COMMIT/i.test(sql!) && isDoneAllTheSame()) {
            exec.apply(this, args);
            count(`${nameOf(this)} done`);
          }
          throw before;
        },
    );
    for (const name of ['run', 'get', 'all'] as const) {
      const kinds: readonly Trouble[] =
        name === 'run' ? ['full', 'unwritten', 'busy'] : ['unread', 'busy'];
      this.replace(
        StatementSync.prototype,
        name,
        (call) =>
          function (this: StatementSync, ...args) {
            const fault = fails(files.get(this), kinds);
            if (fault) throw fault;
            return call.apply(this, args);
          },
      );
    }
  }

  private count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }

  begin(storm: Storm): void {
    this.storm = storm;
    this.left = storm.faults;
  }

  end(): void {
    this.storm = undefined;
  }

  uninstall(): void {
    for (const restore of this.restore) restore();
  }

  private next(file: string | undefined, kinds: readonly Trouble[]): Error | undefined {
    const { storm } = this;
    if (!storm || this.left === 0 || file === undefined || !storm.files.includes(file))
      return undefined;
    if (storm.random() >= 1 / storm.every) return undefined;
    this.left -= 1;
    const kind = kinds[Math.floor(storm.random() * kinds.length)]!;
    this.count(`${file} ${kind}`);
    const { errcode, message } = troubles[kind];
    return Object.assign(new Error(message), {
      code: 'ERR_SQLITE_ERROR',
      errcode,
      errstr: message,
    });
  }

  private replace<T extends object>(
    prototype: T,
    name: keyof T,
    by: (was: Method) => Method,
  ): void {
    const was = prototype[name] as Method;
    prototype[name] = by(was) as T[keyof T];
    this.restore.push(() => (prototype[name] = was as T[keyof T]));
  }
}

const nameOf = (db: DatabaseSync): string => {
  const location = db.isOpen ? db.location() : null;
  return location === null ? ':memory:' : basename(location);
};
