import { findInterpreters } from '../../framework/findInstallation.js';
import type { Interpreter } from '../../framework/installation.js';

const numbers = (version: string): number[] => version.split('.').map((part) => parseInt(part, 10));

function newer(one: Interpreter, other: Interpreter): number {
  const [a, b] = [numbers(one.pythonVersion), numbers(other.pythonVersion)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

/** The newest Python that runs here and is new enough for the framework (≥ 3.12), else null. */
export async function findPython(root: string): Promise<Interpreter | null> {
  const found = await findInterpreters({ root });
  const suitable = found.flatMap(({ interpreter }) => {
    const [major = 0, minor = 0] = numbers(interpreter?.pythonVersion ?? '');
    return interpreter && (major > 3 || (major === 3 && minor >= 12)) ? [interpreter] : [];
  });
  return suitable.sort(newer)[0] ?? null;
}
