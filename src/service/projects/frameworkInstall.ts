import path from 'node:path';
import { frameworkRequirement } from '../../framework/findInstallation.js';
import type { Interpreter } from '../../framework/installation.js';
import type { FrameworkState } from '../../protocol/projects.js';
import type { JobContext, JobHandler } from '../platform/jobs/jobQueue.js';
import { isWithin } from './projectFolders.js';
import { PipOutput } from './pipFailure.js';
import { runCommand } from './runCommand.js';
import {
  abandonEnvironment,
  beginEnvironment,
  endEnvironment,
  environmentAt,
  isInEnvironment,
  pythonOf,
} from './virtualEnvironment.js';

export const installJobName = 'framework.install';

export interface InstallData {
  readonly projectId: number;
}

export interface InstallPorts {
  /** Where the project lies. @throws when it is gone. */
  place(projectId: number): Promise<{ readonly root: string; readonly interpreter: string | null }>;
  /** The newest Python ≥ 3.12 that ran here, else null. */
  findPython(root: string): Promise<Interpreter | null>;
  /** The project uses this interpreter from now on. */
  choose(projectId: number, interpreter: string): Promise<void>;
  /** Looks at the framework anew and tells the windows. */
  look(projectId: number): Promise<FrameworkState>;
  readonly env: NodeJS.ProcessEnv;
}

type Context = JobContext<InstallData>;

const wasCancelled = (signal: AbortSignal): boolean =>
  (signal.reason as { reason?: unknown } | undefined)?.reason === 'cancelled';

/** Numbers of a version such as `3.13.0`. */
function atLeast312(version: string | null): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 12);
}

class Installation {
  private readonly pip = new PipOutput();

  constructor(
    private readonly context: Context,
    private readonly root: string,
    private readonly ports: InstallPorts,
  ) {}

  /** Runs a program in the project's folder, its output in the job's log. */
  async run(
    python: string,
    args: readonly string[],
    onLine?: (line: string) => void,
  ): Promise<number> {
    const { context } = this;
    context.log(`$ ${[python, ...args].join(' ')}`);
    return runCommand(python, args, {
      cwd: this.root,
      env: { ...this.ports.env, PYTHONUNBUFFERED: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' },
      signal: context.signal,
      onLine: (line) => {
        context.log(line);
        this.pip.add(line);
        onLine?.(line);
      },
    });
  }

  /** `.venv` in the project, made when absent. Answers its interpreter. */
  async environment(): Promise<string> {
    const { context, root, ports } = this;
    const folder = path.join(root, '.venv');
    if ((await environmentAt(folder)) === 'whole') return this.existing(folder);
    await context.progress(0.05, 'Looking for Python 3.12 or newer');
    const python = await ports.findPython(root);
    if (!python) {
      throw new Error(
        'No Python 3.12 or newer was found, and quantum-framework needs one. Install Python from python.org or your package manager, then try again.',
      );
    }
    await context.progress(0.1, `Creating .venv with Python ${python.pythonVersion}`);
    await beginEnvironment(folder, context.id);
    const code = await this.run(python.path, ['-I', '-m', 'venv', folder]);
    if (code !== 0) {
      throw new Error(
        `${python.path} could not create ${folder} (exit code ${code}); see the log. On Debian and Ubuntu the package python3-venv is needed.`,
      );
    }
    return pythonOf(folder);
  }

  /** The interpreter of an environment that others made; it is used as it is or not at all. */
  private async existing(folder: string): Promise<string> {
    const python = pythonOf(folder);
    const program = 'import sys; sys.exit(sys.version_info < (3, 12))';
    const code = await this.run(python, ['-I', '-c', program]).catch((error: unknown) => {
      this.context.signal.throwIfAborted();
      this.context.log(String(error));
      return null;
    });
    if (code === 0) return python;
    const found = code === null ? 'holds no Python that runs' : 'has a Python older than 3.12';
    throw new Error(`${folder} ${found}. Rename or delete that folder, then try again.`);
  }

  /** Installs with pip; an environment without pip (uv makes such) gets one. */
  async install(python: string): Promise<void> {
    await this.context.progress(0.35, 'Looking for pip');
    if ((await this.run(python, ['-I', '-m', 'pip', '--version'])) !== 0) {
      await this.run(python, ['-I', '-m', 'ensurepip', '--upgrade']);
    }
    await this.context.progress(0.4, `Installing ${frameworkRequirement}`);
    const args = ['-I', '-m', 'pip', 'install', '--no-input', '--progress-bar', 'off'];
    const code = await this.run(python, [...args, frameworkRequirement], (line) => this.step(line));
    if (code !== 0) throw new Error(this.pip.failure(frameworkRequirement));
  }

  private done = 0.4;

  private step(line: string): void {
    const told = /^\s*(Collecting|Downloading|Installing collected packages)[: ]?\s*(\S+)/.exec(
      line,
    );
    if (!told) return;
    // How many packages there will be is not known before: each takes a part of what is left.
    this.done += (0.92 - this.done) * 0.12;
    const [, verb = '', what = ''] = told;
    const text = verb.startsWith('Installing') ? 'Installing the packages' : `${verb} ${what}`;
    this.context.progress(this.done, text).catch(() => undefined);
  }
}

/** Whether the interpreter that was found is the project's to install into, and new enough. */
async function isUsable(
  { interpreter, pythonVersion, source }: FrameworkState,
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  if (interpreter === null || !atLeast312(pythonVersion)) return false;
  if (!(await isInEnvironment(interpreter))) return false;
  // What happened to be active where the service was started belongs to something else.
  const active = [env['VIRTUAL_ENV'], env['CONDA_PREFIX']].some(
    (prefix) => prefix !== undefined && isWithin(interpreter, prefix),
  );
  return isWithin(interpreter, root) || (source !== 'venv' && !active);
}

async function installInto(context: Context, ports: InstallPorts): Promise<void> {
  const { projectId } = context.data;
  const { root, interpreter } = await ports.place(projectId);
  const own = path.join(root, '.venv');
  const state = await ports.look(projectId);
  const usable =
    (await environmentAt(own)) !== 'half-made' && (await isUsable(state, root, ports.env));
  const installation = new Installation(context, root, ports);
  try {
    const python =
      usable && state.interpreter !== null ? state.interpreter : await installation.environment();
    await installation.install(python);
    await endEnvironment(own);
    await context.progress(0.95, 'Checking');
    if (interpreter !== null && interpreter !== python) {
      context.log(`The project uses ${python} from now on; it was set to ${interpreter}.`);
      await ports.choose(projectId, python);
    }
  } catch (error) {
    // A hand-over goes on with what is there; after anything else no half-made environment stays.
    if (!context.signal.aborted || wasCancelled(context.signal)) {
      await abandonEnvironment(own, context.id);
    }
    throw error;
  }
  const after = await ports.look(projectId);
  if (after.version === null) {
    throw new Error(after.problem ?? 'The framework was installed but is not found.');
  }
  await context.progress(1, `quantum-framework ${after.version} is installed`);
}

/** Installs the framework for a project: into its environment, or into a `.venv` made in its folder. */
export function frameworkInstall(ports: InstallPorts): JobHandler<InstallData> {
  return {
    name: installJobName,
    resumable: true,
    run: (context) => installInto(context, ports),
  };
}
