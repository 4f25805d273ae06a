import { type Category, checkDay, DomainError } from '@klimaspur/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Viewer } from '../auth/viewer.js';
import { BodyPipe } from './body.pipe.js';
import { doorTo } from './doors.js';
import { PublishGaps, refuseIssues } from './publish-gaps.js';
import { type EntryBody, RecordEntry, type Recorded } from './record-entry.command.js';
import { TownKeys } from './town-keys.js';
import type { WriteOptions } from './write-headers.js';

/** A wish as a page or another door has it. */
export interface Wish {
  readonly category: Category;
  /** The command's public name, such as `start-implementation`. */
  readonly command: string;
  /** Absent for what is created. */
  readonly id?: string;
  /** As in the API: `{ occurredOn, ...data, text }`. */
  readonly body: object;
}

/** For doors that are no JSON API: the same checks, the same way. Throws what the problem filter understands. */
@Injectable()
export class WriteDoors {
  constructor(
    private readonly bus: CommandBus,
    private readonly gaps: PublishGaps,
    private readonly keys: TownKeys,
  ) {}

  async write(wish: Wish, viewer: Viewer, options: WriteOptions = {}): Promise<Recorded> {
    const door = doorTo(wish.category, wish.command);
    const body = await this.check(wish);
    return this.bus.execute(new RecordEntry(door, wish.id, body, viewer, options));
  }

  /** The body as it may be sent; its day is looked at with its shape, so that a person hears of everything at once. */
  async check({ category, command, id, body }: Wish): Promise<EntryBody> {
    const door = doorTo(category, command);
    const { occurredOn = null } = body as EntryBody;
    const wrongDay = checkDay(occurredOn, new Date().toISOString());
    try {
      const pipe = new BodyPipe(door.body);
      const checked = (await pipe.transform(body, { type: 'body' })) as EntryBody;
      if (wrongDay.length === 0) {
        refuseIssues(await this.gaps.before(door, id, checked));
        if (id !== undefined) refuseIssues(await this.keys.before(door, id, checked));
        return checked;
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const named = error.issues.some(({ path }) => path === 'occurredOn');
      throw new DomainError(error.code, [...(named ? [] : wrongDay), ...error.issues]);
    }
    throw new DomainError('command/invalid', wrongDay);
  }
}
