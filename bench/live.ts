import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../scripts/lib/chromium.js';
import { until } from '../scripts/lib/deadline.js';
import { ensurePython } from '../scripts/lib/testing/stages.js';
import type { Project } from '../src/protocol/projects.js';
import type { ProjectRun } from '../src/protocol/running.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startBenchedService } from './support/benchedService.js';
import { WatchedPage } from './support/watchedPage.js';
import { freePort } from '../scripts/lib/freePort.js';

const packages = ['watchdog==6.0.0', 'websockets==15.0.1'];

/**
 * From a save to the second frame that has it, for pages of 100 and of 500 lines: ours, and in the same browser
 * `quantum start --hot-reload` with what it needs to be as fast as it can. Style sheets and memory beside it.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const saves = Number(process.env['QUANTUM_BENCH_N'] ?? 100);
  const temp = await mkdtemp(path.join(tmpdir(), 'quantum-bench-live-'));
  const python = await ensurePython(console.error);
  const browser = await launchChromium(console.error);
  try {
    const results: BenchResult[] = [];
    for (const lines of [100, 500]) {
      const floor = await theirs(browser, python, temp, lines, saves);
      const mine = await ours(browser, python, temp, lines, saves);
      results.push(...latencies(lines, mine.pages, floor), ...mine.others);
    }
    return results;
  } finally {
    await browser.close();
    await rm(temp, { recursive: true, force: true });
  }
}

function latencies(lines: number, mine: number[], floor: number[]): BenchResult[] {
  const at = (p: number, target: number): BenchResult => ({
    name: `live: save to pixels, ${lines} lines, p${p * 100}`,
    value: quantile(mine, p),
    ...{ unit: 'ms', n: mine.length, spread: spread(mine) },
    ...{ floor: quantile(floor, p), ratio: quantile(mine, p) / quantile(floor, p) },
    target: `≤ ${target} ms${p === 0.5 ? ', ≤ 0.3 × quantum start --hot-reload' : ''}`,
    ok: quantile(mine, p) <= target && (p !== 0.5 || quantile(mine, p) <= 0.3 * quantile(floor, p)),
  });
  return [at(0.5, 60), at(0.95, 120)];
}

export const pageOf = (lines: number, mark: string): string =>
  `<q:component name="Index">\n<html><head><title>Bench</title><link rel="stylesheet" href="/static/bench.css"/></head><body>\n<h1 id="mark">${mark}</h1>\n${Array.from({ length: lines - 5 }, (_, at) => `<p class="row">Row ${at} of the page, with words in it</p>`).join('\n')}\n</body></html>\n</q:component>\n`;
const styleOf = (width: number): string => `#mark { width: ${width}px; }\n`;

export async function application(temp: string, name: string, lines: number): Promise<string> {
  const root = path.join(temp, `${name}-${lines}`);
  await mkdir(path.join(root, 'components'), { recursive: true });
  await mkdir(path.join(root, 'static'));
  await writeFile(path.join(root, 'quantum.config.yaml'), 'server:\n  reload: false\n');
  await writeFile(path.join(root, 'static/bench.css'), styleOf(200));
  await writeFile(path.join(root, 'components/index.q'), pageOf(lines, 'v0'));
  return root;
}

async function savesOf(
  watched: WatchedPage,
  root: string,
  lines: number,
  n: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let save = 1; save <= n; save += 1) {
    const text = pageOf(lines, `v${save}`);
    const write = (): Promise<void> => writeFile(path.join(root, 'components/index.q'), text);
    times.push(await watched.time(`v${save} 200`, write));
  }
  return times;
}

async function ours(
  browser: Browser,
  python: string,
  temp: string,
  lines: number,
  n: number,
): Promise<{ pages: number[]; others: BenchResult[] }> {
  const root = await application(temp, 'ours', lines);
  const service = await startBenchedService();
  try {
    const opened = { rootPath: root, interpreter: python };
    const { id } = await service.json<Project>('POST', '/api/projects/open', opened);
    const state = await service.json<ProjectRun>('POST', `/api/projects/${id}/run/start`);
    const watched = await WatchedPage.open(browser, (page) => page.goto(state.url ?? ''));
    await watched.shows('v0 200');
    const pages = await savesOf(watched, root, lines, n);
    const styles: number[] = [];
    for (let save = 1; save <= n; save += 1) {
      const file = path.join(root, 'static/bench.css');
      const write = (): Promise<void> => writeFile(file, styleOf(200 + save));
      styles.push(await watched.time(`v${n} ${200 + save}`, write));
    }
    await watched.page.close();
    const bytes = await residentBytes(state.pid ?? 0);
    const none = { floor: null, ratio: null };
    return {
      pages,
      others: [
        {
          name: `live: style sheet to pixels beside ${lines} lines, p50`,
          value: quantile(styles, 0.5),
          ...{ unit: 'ms', n, spread: spread(styles), ...none, target: '≤ 40 ms' },
          ok: quantile(styles, 0.5) <= 40,
        },
        {
          name: `live: memory of the server after ${n} saves of ${lines} lines`,
          value: bytes / 1e6,
          ...{ unit: 'MB', n: 1, spread: 0, ...none, target: '≤ 120 MB' },
          ok: bytes <= 120e6,
        },
      ],
    };
  } finally {
    await service.stop();
  }
}

async function theirs(
  browser: Browser,
  python: string,
  temp: string,
  lines: number,
  n: number,
): Promise<number[]> {
  const root = await application(temp, 'theirs', lines);
  const extras = path.join(temp, 'extras');
  const install = ['-m', 'pip', 'install', '--quiet', '--target', extras, ...packages];
  if (lines === 100) await promisify(execFile)(python, install);
  const port = await freePort();
  const hotPort = await freePort();
  const args = ['-m', 'quantum.cli.runner', 'start', '--hot-reload', '--port', String(port)];
  const server = spawn(python, [...args, '--hot-reload-port', String(hotPort)], {
    cwd: root,
    env: { ...process.env, PYTHONPATH: extras },
    stdio: 'ignore',
  });
  try {
    const url = `http://127.0.0.1:${port}/`;
    await until('its server to answer', () => answers(url), 30_000);
    const watched = await WatchedPage.open(browser, (page) => page.goto(url));
    await watched.shows('v0 200');
    const listens = async (): Promise<boolean> =>
      watched.page.evaluate(() => document.readyState === 'complete');
    await until('its page to be whole', listens, 10_000);
    const times = await savesOf(watched, root, lines, n);
    await watched.page.close();
    return times;
  } finally {
    await ended(server);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
