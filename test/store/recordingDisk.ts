import type { AppendFile, FileLayer } from '../../src/service/platform/store/sqljs/fileLayer.js';

/** Something done to the disk that no sync has made durable yet. */
export type Change =
  | { readonly kind: 'append'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  | { readonly kind: 'link'; readonly name: string; readonly file: number }
  | { readonly kind: 'unlink'; readonly name: string; readonly file: number };

/** One operation of a run, in order: a change, or what makes changes durable, or a note of the test. */
export type Operation =
  | { readonly kind: 'change'; readonly changes: readonly Change[] }
  | { readonly kind: 'syncFile'; readonly file: number }
  | { readonly kind: 'syncFolder' }
  | { readonly kind: 'note'; readonly note: string };

/** Which promise of the disk is broken on purpose. */
export type Fault = 'no fdatasync' | 'early answer' | 'no folder fsync';

/** Content of a folder by name. */
export type Folder = ReadonlyMap<string, Buffer>;

/** A folder in memory that writes down everything done to it. */
export class RecordingDisk implements FileLayer {
  readonly operations: Operation[] = [];
  readonly #names = new Map<string, number>();
  readonly #files: Buffer[] = [];

  constructor(
    start: Folder = new Map(),
    private readonly fault?: Fault,
  ) {
    for (const [name, content] of start) this.#names.set(name, this.#files.push(content) - 1);
  }

  /** The folder as it is now, synced or not: what a killed process leaves. */
  content(): Map<string, Buffer> {
    return new Map([...this.#names].map(([name, file]) => [name, this.#files[file]!]));
  }

  note(note: string): void {
    this.operations.push({ kind: 'note', note });
  }

  /** Whether `text` was written to a file, synced or not. */
  hasAppended(text: string): boolean {
    return this.operations.some(
      (operation) =>
        operation.kind === 'change' &&
        operation.changes.some((change) => change.kind === 'append' && change.bytes.includes(text)),
    );
  }

  /** The disk as one process sees it: after `kill` nothing that process asks for happens any more. */
  process(): { readonly layer: FileLayer; kill(): void } {
    let alive = true;
    // Answered at once, so a process that is no more has to go on seeing what it saw.
    let identity: unknown = null;
    const never = new Promise<never>(() => undefined);
    const whileAlive = <T extends object>(target: T): T =>
      new Proxy(target, {
        get: (object, key) => {
          const member: unknown = Reflect.get(object, key);
          if (typeof member !== 'function') return member;
          return (...args: unknown[]): unknown => {
            if (!alive) return key === 'identity' ? identity : never;
            const answer: unknown = Reflect.apply(member, object, args);
            if (key === 'identity') identity = answer;
            if (!(answer instanceof Promise)) return answer;
            return answer.then((value: unknown) => {
              if (!alive) return never;
              return key === 'open' ? whileAlive(value as AppendFile) : value;
            });
          };
        },
      });
    return { layer: whileAlive<FileLayer>(this), kill: () => (alive = false) };
  }

  makeDirectory(): Promise<void> {
    return Promise.resolve();
  }

  list(): Promise<string[]> {
    return Promise.resolve([...this.#names.keys()]);
  }

  readFile(path: string): Promise<Uint8Array> {
    return Promise.resolve(Buffer.from(this.#files[this.#find(path)]!));
  }

  open(path: string, how: 'create' | 'existing'): Promise<AppendFile> {
    const name = base(path);
    if (how === 'create') {
      if (this.#names.has(name)) return Promise.reject(new Error(`EEXIST ${name}`));
      const file = this.#files.push(Buffer.alloc(0)) - 1;
      this.#names.set(name, file);
      this.#change({ kind: 'link', name, file });
    }
    return Promise.resolve(this.#handle(this.#find(path)));
  }

  rename(from: string, to: string): Promise<void> {
    const file = this.#find(from);
    this.#names.delete(base(from));
    this.#names.set(base(to), file);
    // A rename is one change: both names, or neither.
    this.#change(
      { kind: 'link', name: base(to), file },
      { kind: 'unlink', name: base(from), file },
    );
    return Promise.resolve();
  }

  remove(path: string): Promise<void> {
    const file = this.#names.get(base(path));
    if (file !== undefined) {
      this.#names.delete(base(path));
      this.#change({ kind: 'unlink', name: base(path), file });
    }
    return Promise.resolve();
  }

  async fsyncDirectory(): Promise<void> {
    await tick();
    if (this.fault !== 'no folder fsync') this.operations.push({ kind: 'syncFolder' });
  }

  identity(path: string): string | null {
    const file = this.#names.get(base(path));
    return file === undefined ? null : `${file}:${this.#files[file]!.length}`;
  }

  networkFilesystem(): Promise<null> {
    return Promise.resolve(null);
  }

  #handle(file: number): AppendFile {
    return {
      append: async (data) => {
        const bytes = Buffer.from(data);
        const old = this.#files[file]!;
        this.#files[file] = Buffer.concat([old, bytes]);
        this.#change({ kind: 'append', file, at: old.length, bytes });
        await tick();
      },
      truncate: (length) => {
        this.#files[file] = this.#files[file]!.subarray(0, length);
        this.#change({ kind: 'truncate', file, length });
        return Promise.resolve();
      },
      fdatasync: async () => {
        if (this.fault === 'no fdatasync') return tick();
        if (this.fault === 'early answer') {
          // The caller goes on now; the disk is done only later.
          setImmediate(() => this.operations.push({ kind: 'syncFile', file }));
          return;
        }
        await tick();
        this.operations.push({ kind: 'syncFile', file });
      },
      close: () => Promise.resolve(),
    };
  }

  #change(...changes: Change[]): void {
    this.operations.push({ kind: 'change', changes });
  }

  #find(path: string): number {
    const file = this.#names.get(base(path));
    if (file === undefined) throw new Error(`ENOENT ${path}`);
    return file;
  }
}

function base(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
