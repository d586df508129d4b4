import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Installation } from '../../framework/installation.js';
import type { FrameworkState, InterpreterSource } from '../../protocol/projects.js';
import type { ProjectRow } from './projectRepository.js';

export interface FindInstallationOptions {
  readonly root: string;
  readonly chosen?: string;
  readonly chosenSource?: InterpreterSource;
}
export type FindInstallation = (options: FindInstallationOptions) => Promise<Installation>;

interface Known {
  readonly key: string;
  /** Of the environments in the folder before the look: one that came during it may not have been seen. */
  readonly environments: string;
  readonly packages: string;
  readonly state: FrameworkState;
  /** On the process's own clock. */
  readonly foundAt: number;
}
const problemReuseMs = 5_000;

/** An installation as the API shows it. */
export function frameworkStateOf({ interpreter, version, problem }: Installation): FrameworkState {
  return {
    interpreter: interpreter?.path ?? null,
    pythonVersion: interpreter?.pythonVersion ?? null,
    version,
    source: interpreter?.source ?? null,
    problem,
  };
}

const absent: FrameworkState = {
  interpreter: null,
  pythonVersion: null,
  version: null,
  source: null,
  problem: 'The project has no folder to look for Python in.',
};

const mtime = (file: string): Promise<string> =>
  stat(file).then(
    (stats) => String(stats.mtimeMs),
    () => '-',
  );

/** Changes when an environment appears in the folder, or goes. */
async function environmentsIn(root: string): Promise<string> {
  const places = [path.join(root, '.venv', 'pyvenv.cfg'), path.join(root, 'venv', 'pyvenv.cfg')];
  return (await Promise.all(places.map(mtime))).join(' ');
}

/** Changes when a package is installed beside `interpreter`. */
async function packagesOf(interpreter: string | null): Promise<string> {
  if (interpreter === null) return '';
  const places = [interpreter, ...(await sitePackagesOf(interpreter))];
  return (await Promise.all(places.map(mtime))).join(' ');
}

/** `bin/python` → `lib/python3.x/site-packages`; on Windows `Scripts\python.exe` → `Lib\site-packages`. */
async function sitePackagesOf(interpreter: string): Promise<string[]> {
  const prefix = path.dirname(path.dirname(interpreter));
  if (process.platform === 'win32') return [path.join(prefix, 'Lib', 'site-packages')];
  const lib = path.join(prefix, 'lib');
  const names = await readdir(lib).catch(() => []);
  return names
    .filter((name) => name.startsWith('python3'))
    .map((name) => path.join(lib, name, 'site-packages'));
}

/**
 * The framework of each project as it was last found. An answer is reused while its interpreter and that
 * interpreter's packages are untouched: finding starts processes, a list must not.
 */
export class FrameworkStates {
  private readonly known = new Map<number, Known>();
  private readonly running = new Map<string, Promise<FrameworkState>>();
  /** Which look at a project began last. */
  private readonly latest = new Map<number, symbol>();

  /** `changed` is told when a project's version is not the one last known. */
  constructor(
    private readonly find: FindInstallation,
    private readonly changed: (id: number, version: string | null) => Promise<unknown>,
  ) {}

  /** The last known version, which may be an earlier service's. Starts nothing. */
  lastVersion(row: ProjectRow): string | null {
    const known = this.known.get(row.id);
    return known === undefined ? row.framework_version : known.state.version;
  }

  /** Looks, unless nothing changed since the last look. */
  async of(row: ProjectRow): Promise<FrameworkState> {
    if (row.root_path === null) return absent;
    const environments = await environmentsIn(row.root_path);
    const known = this.known.get(row.id);
    if (known?.key === keyOf(row) && this.isFresh(known)) {
      const packages = await packagesOf(known.state.interpreter);
      if (environments === known.environments && packages === known.packages) return known.state;
    }
    return this.shared(row, row.root_path, environments);
  }

  /** Looks now. */
  async look(row: ProjectRow): Promise<FrameworkState> {
    if (row.root_path === null) return absent;
    return this.shared(row, row.root_path, await environmentsIn(row.root_path));
  }

  forget(id: number): void {
    this.known.delete(id);
    this.latest.delete(id);
  }

  /** Two at a time that see the same environments share one look. */
  private shared(row: ProjectRow, root: string, environments: string): Promise<FrameworkState> {
    const key = `${keyOf(row)} ${environments}`;
    const running = this.running.get(key);
    if (running) return running;
    const started = this.lookAt(row, root, environments).finally(() => this.running.delete(key));
    this.running.set(key, started);
    return started;
  }

  /** What would mend a problem may lie anywhere: such an answer is reused for a moment only. */
  private isFresh({ state, foundAt }: Known): boolean {
    return state.problem === null || performance.now() - foundAt < problemReuseMs;
  }

  private async lookAt(
    row: ProjectRow,
    root: string,
    environments: string,
  ): Promise<FrameworkState> {
    const { id, interpreter: chosen, interpreter_source: source } = row;
    const look = Symbol();
    this.latest.set(id, look);
    const found = await this.find({
      root,
      // Unless it is an order, the choice may be a default: another stands in where it lacks Quantum.
      ...(chosen === null ? {} : { chosen, chosenSource: source ?? 'python-extension' }),
    });
    const state = frameworkStateOf(found);
    // A look that began later has seen more.
    if (this.latest.get(id) !== look) return state;
    const packages = await packagesOf(state.interpreter);
    const before = this.lastVersion(row);
    const foundAt = performance.now();
    this.known.set(id, { key: keyOf(row), environments, packages, state, foundAt });
    if (state.version !== before) await this.changed(id, state.version);
    return state;
  }
}

/** What an answer depends on besides the disk. */
function keyOf(row: ProjectRow): string {
  return JSON.stringify([row.root_path, row.interpreter, row.interpreter_source]);
}
