import { Injectable } from '@nestjs/common';
import type { Position } from '@klimaspur/event-store';
import type { World } from './world.js';

/** Answers of writes carry it; reads send it back as `Klimaspur-After`. */
export const POSITION_HEADER = 'klimaspur-position';
export const AFTER_HEADER = 'klimaspur-after';
export const AFTER_COOKIE = 'klimaspur-after';
/** On an answer that could not wait any longer: the position that it does not show yet. */
export const BEHIND_HEADER = 'klimaspur-behind';

/** What readers are shown, as far as a request has to wait for it. The class is also the injection token. */
export abstract class ReadSide {
  /** Resolves to true once the views of a world show everything up to a position; to false after `ms`. */
  abstract waitUntil(world: World, position: Position, ms: number): Promise<boolean>;
}

/** Where answers come from the log itself, nothing ever lags behind. */
@Injectable()
export class NothingLags extends ReadSide {
  async waitUntil(): Promise<boolean> {
    return true;
  }
}
