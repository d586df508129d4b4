import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Candidate } from './candidates.js';
import { runProgram } from './runProgram.js';
import { versionIn } from './siteMetadata.js';
import type { Environment } from './searchPath.js';

/** What an interpreter said when it was run, and what lies in its packages' folders. */
export interface Probed {
  readonly executable: string;
  readonly pythonVersion: string;
  readonly frameworkVersion: string | null;
}

// Runs on anything down to Python 3.4, so that an old interpreter can be named.
const program = [
  'import json,sys,site',
  'p=list(sys.path)',
  'u=site.getusersitepackages() if sys.prefix==getattr(sys,"base_prefix",sys.prefix) else None',
  'p+=[u] if u else []',
  'print("\\n"+json.dumps([sys.executable,list(sys.version_info[:3]),p]))',
].join('\n');

interface Ran {
  readonly stamp: string;
  readonly executable: string;
  readonly pythonVersion: string;
  readonly folders: readonly string[];
}

/** Remembers what ran, by path and modification time; the framework's version is read anew each time. */
export class InterpreterProbe {
  private readonly known = new Map<string, Ran>();

  constructor(
    private readonly env: Environment,
    private readonly limitMs = 5000,
  ) {}

  /** Null when the candidate does not run as a Python within the limit: a shim, a Store stub, a broken link. */
  async probe(candidate: Candidate): Promise<Probed | null> {
    const ran = await this.ran(candidate);
    if (!ran) return null;
    const { executable, pythonVersion } = ran;
    return { executable, pythonVersion, frameworkVersion: await versionIn(ran.folders) };
  }

  private async ran(candidate: Candidate): Promise<Ran | null> {
    const key = [candidate.path, ...(candidate.args ?? [])].join('\0');
    const stamp = await stampOf(candidate.path);
    if (stamp === null) return null;
    const known = this.known.get(key);
    if (known?.stamp === stamp) return known;
    const args = [...(candidate.args ?? []), '-I', '-c', program];
    const { ok, stdout } = await runProgram(candidate.path, args, {
      env: { ...this.env },
      timeoutMs: this.limitMs,
    });
    const answer = ok ? answerOf(stdout) : null;
    if (!answer) {
      this.known.delete(key);
      return null;
    }
    const ran = { stamp, ...answer };
    this.known.set(key, ran);
    return ran;
  }
}

/** Changes when the file, or the environment around it, is made anew. */
async function stampOf(file: string): Promise<string | null> {
  const time = (name: string) => stat(name).then((stats) => stats.mtimeMs);
  try {
    const own = await time(file);
    const config = path.join(path.dirname(file), '..', 'pyvenv.cfg');
    return `${own}:${await time(config).catch(() => 0)}`;
  } catch {
    return null;
  }
}

function answerOf(stdout: string): Omit<Ran, 'stamp'> | null {
  try {
    const value: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    if (!Array.isArray(value)) return null;
    const [executable, version, folders] = value as unknown[];
    if (typeof executable !== 'string' || executable === '') return null;
    if (!Array.isArray(version) || !Array.isArray(folders)) return null;
    return {
      executable,
      pythonVersion: version.join('.'),
      folders: folders.filter((folder): folder is string => typeof folder === 'string'),
    };
  } catch {
    return null;
  }
}
