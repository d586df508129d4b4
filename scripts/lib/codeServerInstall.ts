import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cache.js';
import { ensurePackages } from './debian.js';
import { withFolderLock } from './folderLock.js';
import { npm, run } from './run.js';

interface EditorVersion {
  readonly codeServer: string;
  readonly node: string;
  /** Packages it takes from a git host, with the release on npm that stands in: only registries are asked. */
  readonly gitDependencies?: Readonly<Record<string, string>>;
}

/** VS Code as npm carries it: the newest that is tested, and the oldest that `engines.vscode` allows. */
export const editors = {
  newest: { codeServer: '4.139.1', node: '24.21.0' },
  oldest: {
    codeServer: '4.105.1',
    node: '22.23.3',
    gitDependencies: { '@parcel/watcher': '2.5.1' },
  },
} as const satisfies Record<string, EditorVersion>;
export type EditorName = keyof typeof editors;

export interface InstalledCodeServer {
  readonly version: string;
  /** The Node that this version wants. */
  readonly node: string;
  readonly entry: string;
}

/**
 * The npm that installs the editor. A distribution's own may compile otherwise: Debian's links native
 * modules to its libnode, and two Nodes in one process crash.
 */
const plainNpm = 'npm@11.19.1';

/** npm's package of this platform's Node: the binary and its C headers. */
const nodeWithHeaders = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** `4.139.1`, `newest` or `oldest`. @throws Error for a version that is not one of ours. */
export function editorNamed(text: string): EditorName {
  for (const name of Object.keys(editors) as EditorName[]) {
    if (text === name || text === editors[name].codeServer) return name;
  }
  throw new Error(`There is no VS Code ${text} here: newest, oldest, or a version of them.`);
}

/**
 * code-server from npm, in a folder of its own per version, installed once per machine (about two
 * minutes and 750 MB). Whole or not at all: it grows in a folder beside and is renamed when complete.
 */
export async function ensureCodeServer(
  name: EditorName,
  log: (line: string) => void,
): Promise<InstalledCodeServer> {
  const wanted: EditorVersion = editors[name];
  const folder = path.join(cacheFolder(), 'vscode', wanted.codeServer);
  if (isComplete(folder)) return installedIn(folder, wanted.codeServer);
  return withFolderLock(folder, async () => {
    if (!isComplete(folder)) {
      await ensurePackages(['libkrb5-dev', 'build-essential', 'python3'], log);
      log(`installing code-server ${wanted.codeServer} (once, about two minutes)`);
      const growing = `${folder}.${process.pid}.tmp`;
      await rm(growing, { recursive: true, force: true });
      try {
        await install(growing, wanted);
        await rm(folder, { recursive: true, force: true });
        await rename(growing, folder);
      } finally {
        await rm(growing, { recursive: true, force: true });
      }
    }
    return installedIn(folder, wanted.codeServer);
  });
}

function installedIn(folder: string, version: string): InstalledCodeServer {
  const modules = path.join(folder, 'node_modules');
  return {
    version,
    node: path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    entry: path.join(modules, 'code-server', 'out', 'node', 'entry.js'),
  };
}

/** The last steps of code-server's own installation are the remote CLI's link and the extensions' packages. */
function isComplete(folder: string): boolean {
  const { node, entry } = installedIn(folder, '');
  const vscode = path.join(path.dirname(entry), '..', '..', 'lib', 'vscode');
  return [
    node,
    entry,
    path.join(vscode, 'bin', 'remote-cli', 'code-server'),
    path.join(vscode, 'node_modules'),
    path.join(vscode, 'extensions', 'node_modules'),
  ].every(existsSync);
}

async function install(folder: string, wanted: EditorVersion): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"private":true}\n');
  const env = {
    ...process.env,
    // Native modules are compiled against the headers of the very Node that loads them.
    npm_config_nodedir: path.join(folder, 'node_modules', nodeWithHeaders),
    npm_config_unsafe_perm: 'true',
    npm_config_update_notifier: 'false',
    // code-server's install step believes this about its Node, and `npm test` hands down its own.
    npm_config_user_agent: undefined,
  };
  const flags = ['--no-audit', '--no-fund', '--save-exact', '--loglevel=error'];
  const tools = [`node@${wanted.node}`, `${nodeWithHeaders}@${wanted.node}`, plainNpm];
  await npm(['install', ...flags, ...tools], { cwd: folder, env, timeoutMs: 300_000 });
  // code-server's own install step refuses any other major version of Node than its own.
  const bin = path.join(folder, 'node_modules', '.bin');
  const PATH = `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`;
  // It compiles for a minute on a free machine and for a quarter of an hour on a busy one.
  const options = { env: { ...env, PATH }, timeoutMs: 3_600_000 };
  const ownScript = wanted.gitDependencies === undefined ? [] : ['--ignore-scripts'];
  await npm(['install', ...flags, ...ownScript, `code-server@${wanted.codeServer}`], {
    ...options,
    cwd: folder,
  });
  if (wanted.gitDependencies !== undefined) {
    await finishFromRegistry(folder, wanted.gitDependencies, options);
  }
  const works = await run(installedIn(folder, '').node, [
    installedIn(folder, '').entry,
    '--version',
  ]);
  if (!isComplete(folder) || works.code !== 0) {
    throw new Error(
      `code-server ${wanted.codeServer} did not install completely.\n${works.output}`,
    );
  }
}

/** The steps of code-server's own install script, with the git dependencies replaced. */
async function finishFromRegistry(
  folder: string,
  replaced: Readonly<Record<string, string>>,
  options: { env: NodeJS.ProcessEnv; timeoutMs: number },
): Promise<void> {
  const server = path.join(folder, 'node_modules', 'code-server');
  const vscode = path.join(server, 'lib', 'vscode');
  const manifestFile = path.join(vscode, 'package.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  Object.assign(manifest.dependencies, replaced);
  await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
  // The shrinkwrap names the git host for these packages; without it npm resolves by the manifest alone.
  await rm(path.join(vscode, 'npm-shrinkwrap.json'), { force: true });
  await npm(['rebuild', '--loglevel=error', 'argon2'], { ...options, cwd: folder });
  const flags = ['install', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(flags, { ...options, cwd: vscode });
  await npm(flags, { ...options, cwd: path.join(vscode, 'extensions') });
  const remoteCli = path.join(vscode, 'bin', 'remote-cli');
  const system = process.platform === 'darwin' ? 'darwin' : 'linux';
  await symlink(`code-${system}.sh`, path.join(remoteCli, 'code-server'));
}
