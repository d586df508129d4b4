import type { CommitPipeline } from './commitPipeline.js';
import type { Fence } from './fence.js';
import type { ImageConnection } from './imageConnection.js';
import type { Snapshotter } from './snapshotter.js';

interface Open {
  readonly pipeline: CommitPipeline;
  readonly snapshotter: Snapshotter;
  readonly connection: ImageConnection;
  readonly fence: Fence;
  readonly journalBytes: () => number;
}

/** Below this an image is copied and written in some tens of milliseconds. */
const cheapImageBytes = 16 * 1024 * 1024;
const worthwhileJournalBytes = 256 * 1024;

/** The end of a store, once nobody works with it any more. */
export function shutter(open: Open): () => Promise<void> {
  const { pipeline, snapshotter, connection, fence } = open;
  return async () => {
    await snapshotter.idle();
    try {
      await leaveInOrder(open);
    } catch {
      // A full or broken disk: what was confirmed is in the journal, the next opening recovers it.
    }
    await snapshotter.idle();
    connection.image.close();
    await pipeline.close();
    await fence.release().catch(() => undefined);
  };
}

async function leaveInOrder({
  pipeline,
  snapshotter,
  connection,
  journalBytes,
}: Open): Promise<void> {
  await pipeline.whenDurable();
  if (pipeline.full) return;
  if (journalBytes() > worthwhileJournalBytes && connection.image.sizeBytes <= cheapImageBytes) {
    await snapshotter.take();
  }
  // An empty commit behind the last one: it proves that the last one was confirmed.
  await pipeline.append([], () => undefined);
}
