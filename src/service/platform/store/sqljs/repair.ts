import path from 'node:path';
import type { Recovered } from './recovery.js';
import type { StoreFiles } from './storeFiles.js';

/** Makes what was read durable, cuts off a torn tail, removes what was never finished. */
export async function settleFiles(files: StoreFiles, state: Recovered): Promise<void> {
  for (const leftover of state.leftovers) await files.layer.remove(leftover);
  const { end } = state;
  for (const journal of state.journals) {
    const torn = end.kind === 'torn' && end.path === journal.path ? end : null;
    if (!journal.header && end.kind !== 'damaged') {
      // Its creation never ended, so nothing was ever in it.
      await files.layer.remove(journal.path);
      continue;
    }
    const handle = await files.layer.open(journal.path, 'existing');
    try {
      if (torn) await handle.truncate(torn.at);
      // A killed owner may have left bytes that we can read and a power cut would still take.
      await handle.fdatasync();
    } finally {
      await handle.close();
    }
  }
}

/** The files whose content is not as it was promised; those after a broken one follow nothing. */
export function damagedFiles(state: Recovered): string[] {
  const { end, journals } = state;
  if (end.kind !== 'damaged') return [...state.damagedSnapshots];
  const from = journals.findIndex((journal) => journal.path === end.path);
  return [...state.damagedSnapshots, ...journals.slice(Math.max(0, from)).map((j) => j.path)];
}

/** Renames damaged files, so that nothing reads them and a person still can. */
export async function setAside(
  files: StoreFiles,
  damaged: readonly string[],
  now: Date,
): Promise<void> {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  for (const file of damaged) await files.layer.rename(file, `${file}.damaged-${stamp}`);
  if (damaged.length > 0) await files.layer.fsyncDirectory(files.directory);
}

/** What opening had to repair, for a person. */
export function noticesOf(state: Recovered): string[] {
  const { end } = state;
  const notices = state.damagedSnapshots.map(
    (file) =>
      `${path.basename(file)} was damaged and has been set aside as ${path.basename(file)}.damaged-…; ` +
      `the state before it was opened and brought forward to change ${state.seq} from the journals.`,
  );
  if (end.kind === 'torn' && end.at > 0) {
    notices.push(
      `The last write to ${path.basename(end.path)} was cut off (${end.bytes} bytes); it had not been ` +
        'confirmed to anyone, and nothing that was confirmed is missing.',
    );
  }
  if (end.kind === 'damaged') {
    notices.push(
      `${path.basename(end.path)} is damaged at byte ${end.at} and has been set aside as ` +
        `${path.basename(end.path)}.damaged-…; the state as of change ${state.seq} was opened, ` +
        `and at least ${end.lost} later ${end.lost === 1 ? 'change is' : 'changes are'} lost.`,
    );
  }
  return notices;
}
