import { type EventReader, justBefore } from '@klimaspur/event-store';

/**
 * Whether the clock of this machine is behind the last entry. Order and knowledge do not depend on it (`Knowledge`), but
 * an entry that says no day takes effect on the day that the clock showed.
 */
export class ClockWatch {
  private recordedAt = 0;

  /** Reads the end of the log. */
  async look(log: EventReader): Promise<void> {
    const end = await log.lastPosition();
    const [last] = end === null ? [] : await log.readAll(justBefore(end), 1);
    this.recordedAt = Date.parse(String(last?.metadata['recordedAt'])) || 0;
  }

  /** As of the last look. */
  behindSeconds(): number {
    return Math.max(0, Math.round((this.recordedAt - Date.now()) / 1_000));
  }
}
