import { spawn } from 'node:child_process';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { homePaths } from '../protocol/home.js';
import type { NodeCandidate } from './nodeCandidates.js';

/** A service's process on its way up. `exitCode`: null while it runs, `spawn-failed` when it never did. */
export interface StartedProcess {
  readonly exitCode: number | 'spawn-failed' | null;
}

const startLogBytes = 256 * 1024;
/** Meant for the process that set them: a debugger, an editor. They would reach the service. */
const notForService = ['NODE_OPTIONS', 'VSCODE_INSPECTOR_OPTIONS', 'ELECTRON_RUN_AS_NODE'];

/**
 * Starts the service detached from this process; what it says before its log is open goes to the start
 * log. It leaves at once when another one owns the home.
 */
export async function startServiceProcess(
  home: string,
  runtime: string,
  node: NodeCandidate,
): Promise<StartedProcess> {
  const output = await openStartLog(home);
  const state: { exitCode: StartedProcess['exitCode'] } = { exitCode: null };
  try {
    const inherited = Object.entries(process.env).filter(([name]) => !notForService.includes(name));
    const child = spawn(node.file, [path.join(runtime, 'main.js'), '--home', home], {
      cwd: home,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', output.fd, output.fd],
      env: { ...Object.fromEntries(inherited), ...node.env },
    });
    child.on('error', () => (state.exitCode = 'spawn-failed'));
    child.on('exit', (code) => (state.exitCode = code ?? 1));
    child.unref();
  } finally {
    await output.close();
  }
  return state;
}

async function openStartLog(home: string): ReturnType<typeof open> {
  const { logs, startLog } = homePaths(home);
  await mkdir(logs, { recursive: true, mode: 0o700 });
  const size = await stat(startLog).then(
    (found) => found.size,
    () => 0,
  );
  if (size > startLogBytes) await rename(startLog, `${startLog}.old`).catch(() => undefined);
  return open(startLog, 'a', 0o600);
}
