import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../cache.js';
import { ensurePackages } from '../debian.js';
import { withFolderLock } from '../folderLock.js';
import { run, runOrThrow } from '../run.js';
import { ensureEngine } from './engine.js';

/** The name a person would pull, and the folder that stands in for it where nothing can be pulled. */
export const databaseImages = {
  'postgres:16-alpine': 'postgres',
  'mariadb:11.8': 'mariadb',
  'mysql:8.4': 'mysql',
  'mongo:8.0': 'mongo',
  'redis:8.2-alpine': 'redis',
} as const;
export type DatabaseImage = keyof typeof databaseImages;

const base = 'quantum-admin/debian:13';
const buildLimitMs = 600_000;
const standsIn = 'quantum-admin.stands-in';

/**
 * Sees to it that the images are there under the names a person would pull. One that is there is used as it is;
 * on Debian, as root, the others are built from Debian's packages, with entry points that do the official
 * ones' steps; elsewhere they are pulled.
 */
export async function ensureDatabaseImages(log: (line: string) => void): Promise<void> {
  await ensureEngine(log);
  const folder = path.join(cacheFolder(), 'databases');
  await mkdir(folder, { recursive: true });
  await withFolderLock(path.join(folder, 'images'), async () => {
    for (const [name, source] of Object.entries(databaseImages)) {
      await ensureImage(name, path.join(import.meta.dirname, 'images', source), log);
    }
  });
}

async function ensureImage(
  name: string,
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  const wanted = await digestOf(folder);
  const label = `{{index .Config.Labels "${standsIn}"}}`;
  const found = await run('docker', ['image', 'inspect', '--format', label, name]);
  // Without our label it is the real one.
  if (found.code === 0 && ['', '<no value>', wanted].includes(found.output.trim())) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/dpkg-query')) {
    log(`pulling ${name}`);
    await runOrThrow('docker', ['pull', name], { timeoutMs: buildLimitMs });
    return;
  }
  await ensureBase(log);
  log(`building what stands in for ${name}`);
  const context = existsSync(path.join(folder, 'pom.xml')) ? await compiled(folder, log) : folder;
  const mark = `${standsIn}=${wanted}`;
  const args = ['build', '--network', 'host', '--label', mark, '-t', name, context];
  await runOrThrow('docker', args, { timeoutMs: buildLimitMs });
}

/** A copy of the folder with what Maven makes of its program, and what that needs. */
async function compiled(folder: string, log: (line: string) => void): Promise<string> {
  const tools = await Promise.all([run('mvn', ['-v']), run('javac', ['-version'])]);
  if (tools.some(({ code }) => code !== 0)) {
    await ensurePackages(['maven', 'default-jdk-headless'], log);
  }
  const copy = path.join(cacheFolder(), 'databases', path.basename(folder));
  await rm(copy, { recursive: true, force: true });
  await cp(folder, copy, { recursive: true });
  const goals = ['-q', '-B', 'compile', 'dependency:copy-dependencies'];
  await runOrThrow('mvn', goals, { cwd: copy, timeoutMs: buildLimitMs });
  return copy;
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => path.join(parentPath, name));
  for (const file of paths.sort()) {
    hash.update(path.relative(folder, file)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Debian 13, bootstrapped once a machine. */
async function ensureBase(log: (line: string) => void): Promise<void> {
  if ((await run('docker', ['image', 'inspect', base])).code === 0) return;
  const tar = path.join(cacheFolder(), 'databases', 'debian-13.tar');
  if (!existsSync(tar)) {
    await ensurePackages(['debootstrap'], log);
    log('bootstrapping Debian 13');
    const folder = `${tar}.folder`;
    await rm(folder, { recursive: true, force: true });
    const options = ['--variant=minbase', '--include=ca-certificates', 'trixie', folder];
    await runOrThrow('debootstrap', options, { timeoutMs: buildLimitMs });
    const except = '--exclude=var/cache/apt/archives/*.deb';
    await runOrThrow('tar', ['-C', folder, except, '-cf', `${tar}.part`, '.']);
    await rename(`${tar}.part`, tar);
    await rm(folder, { recursive: true, force: true });
  }
  await runOrThrow('docker', ['import', tar, base]);
}
