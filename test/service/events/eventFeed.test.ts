import assert from 'node:assert/strict';
import test from 'node:test';
import { EventFeed } from '../../../src/service/platform/events/eventFeed.js';
import type { EventLog, PlacedEvent } from '../../../src/service/platform/events/eventLog.js';
import type { EventFrame, EventSink } from '../../../src/service/platform/events/eventSink.js';

const placed = (seq: number): PlacedEvent => ({
  seq,
  event: {
    type: 'project_updated',
    at: '2026-01-01T00:00:00.000Z',
    projectId: 1,
    id: 1,
    version: seq,
  },
});

/** A log whose answer to `since` the test holds back. */
class HeldLog implements EventLog {
  lastSeq = 3;
  answer = (_events: readonly PlacedEvent[] | null): void => undefined;
  private listener = (_placed: PlacedEvent): void => undefined;

  append(): Promise<void> {
    return Promise.reject(new Error('nothing is appended here'));
  }

  subscribe(listener: (placed: PlacedEvent) => void): { dispose(): void } {
    this.listener = listener;
    return { dispose: () => (this.listener = () => undefined) };
  }

  since(): Promise<readonly PlacedEvent[] | null> {
    return new Promise((resolve) => (this.answer = resolve));
  }

  happen(seq: number): void {
    this.lastSeq = seq;
    this.listener(placed(seq));
  }
}

class Recorder implements EventSink {
  readonly open = true;
  readonly told: string[] = [];

  send({ id, event }: EventFrame): void {
    this.told.push(event.type === 'project_updated' ? id : `${event.type} ${id}`);
  }

  drained(): Promise<void> {
    return Promise.resolve();
  }
}

test('what happens while the missed events are read comes after them, once', async () => {
  const [log, sink] = [new HeldLog(), new Recorder()];
  const feed = new EventFeed({ events: log, epoch: 7, lastEventId: '7-1' }, sink);
  const started = feed.start();
  log.happen(4);
  log.happen(5);
  log.answer([placed(2), placed(3), placed(4)]);
  await started;
  log.happen(6);
  assert.deepEqual(sink.told, ['ready 7-1', '7-2', '7-3', '7-4', '7-5', '7-6']);
});

test('what happens while it turns out that nothing can be replayed follows the reset', async () => {
  const [log, sink] = [new HeldLog(), new Recorder()];
  const feed = new EventFeed({ events: log, epoch: 7, lastEventId: '7-1' }, sink);
  const started = feed.start();
  log.happen(4);
  log.answer(null);
  await started;
  log.happen(5);
  // 4 had happened when the reset was sent: who reads anew sees it.
  assert.deepEqual(sink.told, ['ready 7-1', 'reset 7-4', '7-5']);
});

test('a feed that was disposed of tells nothing more', async () => {
  const [log, sink] = [new HeldLog(), new Recorder()];
  const feed = new EventFeed({ events: log, epoch: 7 }, sink);
  await feed.start();
  feed.dispose();
  log.happen(4);
  assert.deepEqual(sink.told, ['ready 7-3']);
});
