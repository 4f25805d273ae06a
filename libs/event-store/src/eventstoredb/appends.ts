import { convertToCommandError } from '@eventstore/db-client';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import {
  type Acknowledged,
  acknowledged,
  type Append,
  numberOf,
  question,
} from './append-message.js';
import { NoAnswer } from './failures.js';

type Call = ReturnType<StreamsClient['batchAppend']>;

interface Waiting {
  readonly resolve: (answer: Acknowledged) => void;
  readonly reject: (error: unknown) => void;
  readonly until: number;
}

/**
 * The appends of all callers on one call that stays open, each answered by itself: half the work of a call for each. The client has
 * the same, with one map for all clients of a process, without deadlines, and with answers that end the process (ADR 74).
 */
export class Appends {
  private readonly waiting = new Map<string, Waiting>();
  private unsent: streams.BatchAppendReq[] = [];
  private call: Call | undefined;
  private isOpening = false;
  private isStopped = false;
  private count = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `ready` gives what makes the call once there is a way to the server, and is asked again when a call has ended. */
  constructor(
    private readonly ready: () => Promise<() => Call>,
    private readonly withinMs: number,
  ) {}

  /** Throws AppendFailed, what the connection ended with, or NoAnswer. */
  send(append: Append): Promise<Acknowledged> {
    const number = numberOf(this.count++);
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject, until: performance.now() + this.withinMs });
      this.timer ??= setTimeout(() => this.giveUp(), this.withinMs);
      const request = question(number, append);
      if (this.call) this.call.write(request);
      else {
        this.unsent.push(request);
        void this.begin();
      }
    });
  }

  /** Ends the call, on which nobody waits any more. */
  stop(): void {
    this.isStopped = true;
    this.fail(new Error('Appends were stopped'));
    this.call?.cancel();
  }

  private async begin(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    try {
      const open = await this.ready();
      // The way is closed with it.
      if (this.isStopped) return;
      const call = open();
      // Stays: an error that nobody listens to would end the process.
      call.on('error', (error) => this.ended(call, convertToCommandError(error)));
      call.on('end', () => this.ended(call, new Error('The appends were ended')));
      call.on('data', (answer: streams.BatchAppendResp) => this.answered(answer));
      this.call = call;
      for (const request of this.unsent.splice(0)) call.write(request);
    } catch (error) {
      this.fail(error);
    } finally {
      this.isOpening = false;
    }
  }

  private answered(answer: streams.BatchAppendResp): void {
    const number = answer.getCorrelationId()?.getString() ?? '';
    const waiting = this.waiting.get(number);
    // Of one that was given up: it is settled by reading.
    if (!waiting) return;
    this.waiting.delete(number);
    try {
      waiting.resolve(acknowledged(answer));
    } catch (error) {
      waiting.reject(error);
    }
  }

  private ended(call: Call, error: unknown): void {
    if (call !== this.call) return;
    this.call = undefined;
    this.fail(error);
  }

  /** All that were sent, or would have been. */
  private fail(error: unknown): void {
    this.unsent = [];
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** One timer for all: the first that came is the first to be given up. */
  private giveUp(): void {
    this.timer = undefined;
    const now = performance.now();
    for (const [number, { reject, until }] of this.waiting) {
      if (until > now) {
        this.timer = setTimeout(() => this.giveUp(), until - now);
        return;
      }
      this.waiting.delete(number);
      reject(new NoAnswer(this.withinMs));
    }
  }
}
