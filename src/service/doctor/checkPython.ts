import type { Check, Repair } from '../../protocol/doctor.js';
import type { FrameworkState } from '../../protocol/projects.js';
import { check } from './check.js';

const howFound: Partial<Record<string, string>> = {
  setting: 'from the setting quantum.python.interpreter',
  'python-extension': 'chosen in the editor',
  venv: 'from a virtual environment',
  poetry: 'from Poetry',
  uv: 'from uv',
  conda: 'from conda',
  'quantum-on-path': 'where the command quantum runs',
  path: 'from PATH',
};
const getPython: Repair = {
  kind: 'url',
  label: 'Get Python',
  url: 'https://www.python.org/downloads/',
};
const choosePython: Repair = {
  kind: 'setting',
  label: 'Choose an interpreter',
  setting: 'quantum.python.interpreter',
};

const tooOld = (version: string | null): boolean => {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  return major < 3 || (major === 3 && minor < 12);
};

/** Whether a Python that can run the framework was found, and where. */
export function checkInterpreter(state: FrameworkState, projectId: number | null): Check {
  if (state.interpreter === null) {
    const sentence = state.problem ?? 'No Python was found.';
    return check('interpreter', 'error', sentence, [getPython, choosePython], projectId);
  }
  const found = howFound[state.source ?? ''] ?? '';
  if (tooOld(state.pythonVersion)) {
    const sentence = `${state.interpreter} is Python ${state.pythonVersion}; Quantum needs 3.12 or newer.`;
    const install = projectId === null ? [] : [installRepair(projectId, 'Create .venv')];
    return check('interpreter', 'error', sentence, [...install, choosePython], projectId);
  }
  const sentence = `Python ${state.pythonVersion}, ${found}: ${state.interpreter}.`;
  return check('interpreter', 'ok', sentence, [], projectId);
}

/** Whether that Python has the framework, in a release this product knows. */
export function checkFramework(state: FrameworkState, projectId: number | null): Check {
  const install = (label: string): Repair[] =>
    projectId === null ? [] : [installRepair(projectId, label)];
  if (state.version === null) {
    const sentence =
      state.interpreter === null
        ? 'quantum-framework cannot be found without a Python.'
        : `quantum-framework is not installed for ${state.interpreter}.`;
    return check('framework', 'error', sentence, install('Install quantum-framework'), projectId);
  }
  const sentence = `quantum-framework ${state.version} is installed.`;
  if (/^1\./.test(state.version)) return check('framework', 'ok', sentence, [], projectId);
  return check(
    'framework',
    'warning',
    `${sentence} This version of Quantum Admin knows 1.0; what differs may be shown wrongly.`,
    state.version.startsWith('0.') ? install('Install the newest 1.x') : [],
    projectId,
  );
}

function installRepair(projectId: number, label: string): Repair {
  return { kind: 'install-framework', label, projectId };
}
