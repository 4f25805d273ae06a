import { EventEmitter } from 'node:events';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Appends } from './appends.js';
import { NoAnswer } from './failures.js';

/** What the transport gives: the server's end of it is in the test's hands. */
class Wire extends EventEmitter {
  readonly sent: streams.BatchAppendReq[] = [];
  isCancelled = false;

  write(request: streams.BatchAppendReq): boolean {
    return this.sent.push(request) > 0;
  }

  cancel(): void {
    this.isCancelled = true;
  }

  /** The nth append is stored at a revision. */
  store(n: number, revision: number): void {
    const at = String(revision * 100);
    const position = new shared.AllStreamPosition().setCommitPosition(at).setPreparePosition(at);
    const success = new streams.BatchAppendResp.Success()
      .setCurrentRevision(String(revision))
      .setPosition(position);
    const number = this.sent[n]!.getCorrelationId();
    this.emit('data', new streams.BatchAppendResp().setCorrelationId(number).setSuccess(success));
  }
}

const turn = (): Promise<void> => new Promise(setImmediate);

describe('appends on one call', () => {
  let wires: Wire[];
  let appends: Appends;

  function given(withinMs: number): void {
    wires = [];
    appends = new Appends(async () => {
      const wire = new Wire();
      wires.push(wire);
      return () => wire as unknown as ReturnType<StreamsClient['batchAppend']>;
    }, withinMs);
  }
  afterEach(() => appends.stop());

  const send = (stream: string) => appends.send({ stream, events: [], head: -1 });

  it('are answered each by itself, in any order', async () => {
    given(10_000);
    const [one, other] = [send('measure-1'), send('measure-2')];
    await turn();
    wires[0]!.store(1, 7);
    wires[0]!.store(0, 3);
    expect(await one).toEqual({ revision: 3, commit: 300n });
    expect(await other).toEqual({ revision: 7, commit: 700n });
    expect(wires).toHaveLength(1);
  });

  it('are given up when nobody answers, and what comes late harms nobody', async () => {
    given(5);
    const late = send('measure-1');
    await expect(late).rejects.toThrow(NoAnswer);
    const next = send('measure-2');
    wires[0]!.store(0, 3);
    wires[0]!.store(1, 7);
    expect(await next).toMatchObject({ revision: 7 });
  });

  it.each<[string, (wire: Wire) => void]>([
    ['with an error', (wire) => wire.emit('error', Object.assign(new Error('cut'), { code: 14 }))],
    ['without a word', (wire) => wire.emit('end')],
  ])('fail together when the call ends %s, and the next goes by another', async (_how, end) => {
    given(10_000);
    const both = Promise.allSettled([send('measure-1'), send('measure-2')]);
    await turn();
    end(wires[0]!);
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = send('measure-3');
    await turn();
    wires[1]!.store(0, 0);
    expect(await next).toMatchObject({ revision: 0 });
  });

  it('end the call when they are stopped', async () => {
    given(10_000);
    const first = send('measure-1');
    await turn();
    wires[0]!.store(0, 0);
    await first;
    appends.stop();
    expect(wires[0]!.isCancelled).toBe(true);
  });
});
