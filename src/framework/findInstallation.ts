import { candidates, type Candidate, type SearchOptions } from './candidates.js';
import type { Installation, Interpreter } from './installation.js';
import { InterpreterProbe, type Probed } from './probe.js';

/** What a person types to get the framework; also what "install on request" runs. */
export const frameworkRequirement = 'quantum-framework>=1.0.1,<2';
const neededMinor = 12;

/** Every interpreter that runs, in the order they are preferred, each with what it has. */
export async function findInterpreters(
  options: SearchOptions,
  probe: InterpreterProbe = sharedProbe(options),
): Promise<Installation[]> {
  const found: Installation[] = [];
  for await (const candidate of candidates(options)) {
    const probed = await probe.probe(candidate);
    if (!probed) continue;
    if (found.some((other) => other.interpreter?.path === probed.executable)) continue;
    found.push(installationOf(candidate, probed));
  }
  return found;
}

/**
 * The framework for `root`: the first interpreter in order that has it and can run it. Where none has,
 * the first that could run it (then the first that runs at all), with what is missing as `problem`.
 * A person's setting is taken as it is: no other interpreter stands in for it.
 */
export async function findInstallation(
  options: SearchOptions,
  probe: InterpreterProbe = sharedProbe(options),
): Promise<Installation> {
  let suitable: Installation | null = null;
  let running: Installation | null = null;
  for await (const candidate of candidates(options)) {
    const probed = await probe.probe(candidate);
    if (!probed) {
      if (candidate.source === 'setting') return doesNotRun(candidate);
      continue;
    }
    const installation = installationOf(candidate, probed);
    if (installation.problem === null) return installation;
    if (isSuitable(probed.pythonVersion)) suitable ??= installation;
    running ??= installation;
  }
  return suitable ?? running ?? none();
}

const probes = new Map<NodeJS.ProcessEnv | object, InterpreterProbe>();

function sharedProbe(options: SearchOptions): InterpreterProbe {
  const env = options.env ?? process.env;
  const known = probes.get(env) ?? new InterpreterProbe(env);
  // Only the process's own environment lives as long as the process.
  if (env === process.env) probes.set(env, known);
  return known;
}

function isSuitable(pythonVersion: string): boolean {
  const [major = 0, minor = 0] = pythonVersion.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= neededMinor);
}

function installationOf(candidate: Candidate, probed: Probed): Installation {
  const interpreter: Interpreter = {
    // A person's choice stays as it is, it may be a wrapper; a shim or launcher gives way to the real one.
    path: candidate.source === 'setting' ? candidate.path : probed.executable,
    pythonVersion: probed.pythonVersion,
    source: candidate.source,
  };
  return { interpreter, version: probed.frameworkVersion, problem: problemOf(interpreter, probed) };
}

function problemOf(interpreter: Interpreter, probed: Probed): string | null {
  const { path, pythonVersion } = interpreter;
  if (!isSuitable(pythonVersion)) {
    return `${path} is Python ${pythonVersion}; Quantum needs Python 3.12 or newer. Choose another interpreter, or make an environment with a newer Python: python3.12 -m venv .venv`;
  }
  if (probed.frameworkVersion === null) {
    return `quantum-framework is not installed for ${path} (Python ${pythonVersion}). Install it: "${path}" -m pip install "${frameworkRequirement}"`;
  }
  return null;
}

function doesNotRun(candidate: Candidate): Installation {
  return {
    interpreter: null,
    version: null,
    problem: `The interpreter of the setting quantum.python.interpreter does not run: ${candidate.path}. Correct or remove the setting.`,
  };
}

function none(): Installation {
  return {
    interpreter: null,
    version: null,
    problem: `No Python was found. Install Python 3.12 or newer, then: python -m pip install "${frameworkRequirement}"`,
  };
}
