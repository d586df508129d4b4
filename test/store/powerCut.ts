import type { Change, Folder, Operation } from './recordingDisk.js';

type FileChange = Extract<Change, { kind: 'append' | 'truncate' }>;
type NameChange = Extract<Change, { kind: 'link' | 'unlink' }>;

/** What a power cut may do to one unsynced change. */
type Fate = 'kept' | 'dropped' | 'torn';

/** What is on the disk for certain, and what is in the air, at one moment of a recorded run. */
interface Moment {
  readonly names: Map<string, number>;
  readonly files: Map<number, Buffer>;
  readonly airData: FileChange[];
  readonly airNames: (readonly NameChange[])[];
}

function momentAt(start: Folder, operations: readonly Operation[]): Moment {
  const names = new Map<string, number>();
  const files = new Map<number, Buffer>();
  for (const [name, content] of start) {
    files.set(names.size, content);
    names.set(name, names.size);
  }
  let airData: FileChange[] = [];
  let airNames: (readonly NameChange[])[] = [];
  for (const operation of operations) {
    if (operation.kind === 'change') {
      const [first] = operation.changes;
      if (first?.kind === 'append' || first?.kind === 'truncate') airData.push(first);
      else airNames.push(operation.changes as readonly NameChange[]);
    } else if (operation.kind === 'syncFile') {
      for (const change of airData) if (change.file === operation.file) applyData(files, change);
      airData = airData.filter((change) => change.file !== operation.file);
    } else if (operation.kind === 'syncFolder') {
      for (const changes of airNames) applyNames(names, changes);
      airNames = [];
    }
  }
  return { names, files, airData, airNames };
}

function applyData(files: Map<number, Buffer>, change: FileChange, bytes?: Buffer): void {
  const old = files.get(change.file) ?? Buffer.alloc(0);
  if (change.kind === 'truncate') {
    files.set(change.file, Buffer.from(old.subarray(0, change.length)));
    return;
  }
  const written = bytes ?? change.bytes;
  // Bytes before it that never came to the disk read as zeros.
  const content = Buffer.alloc(Math.max(old.length, change.at + written.length));
  old.copy(content);
  written.copy(content, change.at);
  files.set(change.file, content);
}

function applyNames(names: Map<string, number>, changes: readonly NameChange[]): void {
  for (const change of changes) {
    if (change.kind === 'link') names.set(change.name, change.file);
    else if (names.get(change.name) === change.file) names.delete(change.name);
  }
}

/** Half the bytes came: cut short, or with a hole of zeros where one sector did not make it. */
function tear(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  if (random() < 0.5) return bytes.subarray(0, at);
  const holed = Buffer.from(bytes);
  holed.fill(0, at, Math.min(holed.length, at + 1 + Math.floor(random() * 64)));
  return holed;
}

function folderOf(
  moment: Moment,
  fates: readonly Fate[],
  random: () => number,
): Map<string, Buffer> {
  const names = new Map(moment.names);
  const files = new Map(moment.files);
  moment.airData.forEach((change, index) => {
    const fate = fates[index];
    if (fate === 'dropped') return;
    const torn = fate === 'torn' && change.kind === 'append';
    applyData(files, change, torn ? tear(change.bytes, random) : undefined);
  });
  moment.airNames.forEach((changes, index) => {
    if (fates[moment.airData.length + index] !== 'dropped') applyNames(names, changes);
  });
  return new Map([...names].map(([name, file]) => [name, files.get(file) ?? Buffer.alloc(0)]));
}

/**
 * Folders that a power cut after `operations` may leave: every combination of unsynced changes
 * kept, dropped or torn (dropping one and keeping a later one is what reordering comes to), or
 * `limit` random ones when there are more.
 */
export function* powerCuts(
  start: Folder,
  operations: readonly Operation[],
  random: () => number,
  limit: number,
): Generator<Map<string, Buffer>> {
  const moment = momentAt(start, operations);
  const choices: Fate[][] = [
    ...moment.airData.map((): Fate[] => ['kept', 'dropped', 'torn']),
    ...moment.airNames.map((): Fate[] => ['kept', 'dropped']),
  ];
  const all = choices.reduce((product, each) => product * each.length, 1);
  for (let index = 0; index < Math.min(all, limit); index++) {
    let rest = all <= limit ? index : Math.floor(random() * all);
    const fates = choices.map((each) => {
      const fate = each[rest % each.length]!;
      rest = Math.floor(rest / each.length);
      return fate;
    });
    yield folderOf(moment, fates, random);
  }
}
