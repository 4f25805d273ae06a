import { type Category, checkDay, DomainError } from '@klimaspur/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Viewer } from '../auth/viewer.js';
import { BodyPipe } from './body.pipe.js';
import { type Door, doorTo } from './doors.js';
import { type EntryBody, RecordEntry, type Recorded } from './record-entry.command.js';
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
  constructor(private readonly bus: CommandBus) {}

  async write(wish: Wish, viewer: Viewer, options: WriteOptions = {}): Promise<Recorded> {
    const door = doorTo(wish.category, wish.command);
    const body = await shaped(door, wish.body);
    return this.bus.execute(new RecordEntry(door, wish.id, body as EntryBody, viewer, options));
  }
}

/** Looks at the day together with the shape, so that a person hears of everything at once. */
async function shaped(door: Door, body: object): Promise<object> {
  try {
    return await new BodyPipe(door.body).transform(body, { type: 'body' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { occurredOn = null } = body as EntryBody;
    const wrongDay = error.issues.some(({ path }) => path === 'occurredOn')
      ? []
      : checkDay(occurredOn, new Date().toISOString());
    throw new DomainError(error.code, [...wrongDay, ...error.issues]);
  }
}
