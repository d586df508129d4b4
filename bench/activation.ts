import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../scripts/lib/deadline.js';
import { Editor } from '../scripts/lib/editor.js';
import type { EditorWindow } from '../scripts/lib/editorWindow.js';
import { onInterruption } from '../scripts/lib/interruption.js';
import { root } from '../scripts/lib/paths.js';
import { ensurePython } from '../scripts/lib/testing/stages.js';
import { ensureVsix } from '../scripts/lib/vsix.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { emptyExtension, writeEmptyExtension } from './floors/activation.js';

interface Sample {
  readonly activateMs: number;
  readonly loadMs: number;
  readonly emptyActivateMs: number;
  readonly emptyLoadMs: number;
  readonly longestStallMs: number;
  readonly scriptBytes: number;
  readonly firstRowMs: number;
}

/**
 * Fresh windows on the sample, with the packed extension and an empty one activated by the same events;
 * between them as many windows with the empty one alone, for what VS Code itself costs.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const windows = Number(process.env['QUANTUM_BENCH_N'] ?? 50);
  const temp = await mkdtemp(path.join(tmpdir(), 'quantum-bench-'));
  const remove = (): Promise<void> => rm(temp, { recursive: true, force: true });
  const notInterrupted = onInterruption(remove);
  const sample = path.join(temp, 'storefront');
  await cp(path.join(root, 'samples', 'storefront'), sample, { recursive: true });
  const empty = await writeEmptyExtension(temp, path.join(root, 'package.json'));
  const settings = { 'quantum.python.interpreter': await ensurePython(console.error) };
  const product = await Editor.start({
    product: { vsix: await ensureVsix() },
    beside: [empty],
    settings,
  });
  const bare = await Editor.start({ product: 'none', beside: [empty] });
  const samples: Sample[] = [];
  const bareStalls: number[] = [];
  try {
    for (let at = 0; at < windows; at++) {
      samples.push(await withWindow(product, sample, measure));
      bareStalls.push(await withWindow(bare, sample, longestStall));
    }
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await remove();
    notInterrupted();
  }
  return results(samples, bareStalls);
}

async function withWindow<T>(
  editor: Editor,
  folder: string,
  use: (window: EditorWindow) => Promise<T>,
): Promise<T> {
  await editor.forget();
  const window = await editor.openWindow(folder);
  try {
    return await use(window);
  } finally {
    await window.close();
  }
}

async function longestStall(window: EditorWindow): Promise<number> {
  const { maxMs } = await window.evaluate(() => host.firstTwoSeconds);
  return maxMs;
}

async function measure(window: EditorWindow): Promise<Sample> {
  const longestStallMs = await longestStall(window);
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const { publisher, name, version } = JSON.parse(text) as Record<string, string>;
  const folders = { product: `${publisher}.${name}-${version}`, empty: emptyExtension };
  const { ours, theirs, scriptBytes } = await until('both extensions are active', () =>
    window.evaluate((_vscode, { product, empty }) => {
      const [ours, theirs] = [host.activations[product], host.activations[empty]];
      if (typeof ours?.activateMs !== 'number' || typeof theirs?.activateMs !== 'number')
        return null;
      return { ours, theirs, scriptBytes: host.scriptBytes(product) };
    }, folders),
  );
  const { page } = window;
  const clicked = performance.now();
  await page
    .locator('.part.activitybar')
    .getByRole('tab', { name: /^Quantum/ })
    .click();
  await page.getByRole('treeitem', { name: /^storefront, / }).waitFor();
  return {
    activateMs: ours.activateMs ?? 0,
    loadMs: ours.loadMs,
    emptyActivateMs: theirs.activateMs ?? 0,
    emptyLoadMs: theirs.loadMs,
    longestStallMs,
    scriptBytes,
    firstRowMs: performance.now() - clicked,
  };
}

function results(samples: readonly Sample[], bareStalls: readonly number[]): BenchResult[] {
  const of = (key: keyof Sample): number[] => samples.map((sample) => sample[key]);
  // The first window of all starts the service.
  const rows = of('firstRowMs');
  const [coldRow, warmRows] = [rows.slice(0, 1), rows.length > 1 ? rows.slice(1) : rows];
  return [
    p95('activate() p95', 'ms', of('activateMs'), of('emptyActivateMs'), 50),
    p95('loading the code p95', 'ms', of('loadMs'), of('emptyLoadMs'), null),
    p95('longest stall in the first 2 s p95', 'ms', of('longestStallMs'), bareStalls, null),
    p95('script bytes before the first click, largest', 'B', of('scriptBytes'), null, 150_000),
    p95('click to the first tree row, service running, p95', 'ms', warmRows, null, null),
    p95('click to the first tree row, service starting', 'ms', coldRow, null, null),
  ];
}

function p95(
  name: string,
  unit: BenchResult['unit'],
  values: readonly number[],
  floors: readonly number[] | null,
  limit: number | null,
): BenchResult {
  const value = quantile(values, name.endsWith('largest') ? 1 : 0.95);
  const floor = floors === null ? null : quantile(floors, 0.95);
  return {
    name,
    value,
    unit,
    n: values.length,
    spread: spread(values),
    floor,
    ratio: floor === null ? null : value / floor,
    target: limit === null ? null : `≤ ${limit} ${unit}`,
    ok: limit === null ? null : value <= limit,
  };
}
