import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Says which job is making the environment; gone once it is whole. */
const marker = '.quantum-admin-job';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The interpreter of a virtual environment. */
export function pythonOf(environment: string): string {
  return process.platform === 'win32'
    ? path.join(environment, 'Scripts', 'python.exe')
    : path.join(environment, 'bin', 'python');
}

/** Whether an interpreter belongs to an environment of its own: packages may be installed beside it. */
export async function isInEnvironment(interpreter: string): Promise<boolean> {
  const prefix = path.dirname(path.dirname(interpreter));
  const places = [prefix, path.dirname(interpreter)];
  const signs = places.flatMap((place) => [
    path.join(place, 'pyvenv.cfg'),
    path.join(place, 'conda-meta'),
  ]);
  return (await Promise.all(signs.map(exists))).some(Boolean);
}

/** What stands at a place where an environment is wanted: ours half made counts as nothing. */
export async function environmentAt(folder: string): Promise<'whole' | 'half-made' | 'absent'> {
  if (!(await exists(folder))) return 'absent';
  if (await exists(path.join(folder, marker))) return 'half-made';
  return 'whole';
}

/** Takes away what an earlier job left half made, and marks the place as this job's. */
export async function beginEnvironment(folder: string, jobId: number): Promise<void> {
  if ((await environmentAt(folder)) === 'half-made') await removeEnvironment(folder);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, marker), `${jobId}\n`);
}

/** Marks the environment as whole: nothing takes it away any more. */
export async function endEnvironment(folder: string): Promise<void> {
  await rm(path.join(folder, marker), { force: true });
}

/** Takes away an environment this job began. Anything else stays. */
export async function abandonEnvironment(folder: string, jobId: number): Promise<void> {
  const owner = await readFile(path.join(folder, marker), 'utf8').catch(() => '');
  if (owner.trim() === String(jobId)) await removeEnvironment(folder);
}

const removeEnvironment = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 });
