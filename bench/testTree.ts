import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Editor } from '../scripts/lib/editor.js';
import type { EditorWindow } from '../scripts/lib/editorWindow.js';
import { onInterruption } from '../scripts/lib/interruption.js';
import { ensurePython } from '../scripts/lib/testing/stages.js';
import { ensureVsix } from '../scripts/lib/vsix.js';
import { quantile, spread, type BenchResult } from './bench.js';

const folders = Number(process.env['QUANTUM_BENCH_FOLDERS'] ?? 20);
const filesEach = 20;
const testsEach = 50;
const wheelTurns = 150;
const shownWithinMs = 300_000;

const numbered = (name: string, index: number): string =>
  `${name}-${String(index).padStart(2, '0')}`;

/**
 * The Test Explorer with 20,000 tests of an application, beside a bare controller with as many items. Windows of
 * both in turn, QUANTUM_BENCH_N of each: a figure is that of the middle window, whatever befell another.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const windows = Number(process.env['QUANTUM_BENCH_N'] ?? 3);
  const temp = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-bench-tree-')));
  const remove = (): Promise<void> => rm(temp, { recursive: true, force: true });
  const notInterrupted = onInterruption(remove);
  const [application, nothing] = [path.join(temp, 'application'), path.join(temp, 'nothing')];
  await writeApplication(application);
  await mkdir(nothing);
  const settings = { 'quantum.python.interpreter': await ensurePython(console.error) };
  const product = await Editor.start({ product: { vsix: await ensureVsix() }, settings });
  const bare = await Editor.start({ product: 'none' });
  const [ours, theirs]: [number[][], number[][]] = [[], []];
  try {
    for (let at = 0; at < windows; at += 1) {
      theirs.push(await framesOf(bare, nothing, showBareTests));
      ours.push(await framesOf(product, application, () => Promise.resolve()));
    }
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await remove();
    notInterrupted();
  }
  const count = folders * filesEach * testsEach;
  return [0.5, 0.95, 0.99].map((p) => figure(`a frame with ${count} tests`, ours, theirs, p));
}

async function writeApplication(root: string): Promise<void> {
  await mkdir(path.join(root, 'components'), { recursive: true });
  await writeFile(path.join(root, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  const page = '<q:component name="Index"><p>Hello</p></q:component>\n';
  await writeFile(path.join(root, 'components', 'index.q'), page);
  for (let folder = 0; folder < folders; folder += 1) {
    const inside = path.join(root, 'tests', numbered('area', folder));
    await mkdir(inside, { recursive: true });
    for (let file = 0; file < filesEach; file += 1) {
      const tests = Array.from({ length: testsEach }, (_, test) =>
        testText(numbered('test', test)),
      );
      await writeFile(path.join(inside, `${numbered('page', file)}.test.q`), tests.join(''));
    }
  }
}

const testText = (name: string): string =>
  `<q:test name="${name}">\n  <test:visit/>\n  <test:expect text="Hello"/>\n</q:test>\n`;

/** The same tree by VS Code's own API, made at once. */
async function showBareTests(window: EditorWindow): Promise<void> {
  const ids: (readonly [id: string, parent: string])[] = [['tests', '']];
  for (let folder = 0; folder < folders; folder += 1) {
    const area = `tests/${numbered('area', folder)}`;
    ids.push([area, 'tests']);
    for (let file = 0; file < filesEach; file += 1) {
      const page = `${area}/${numbered('page', file)}.test.q`;
      ids.push([page, area]);
      for (let test = 0; test < testsEach; test += 1) {
        ids.push([`${page}/${numbered('test', test)}`, page]);
      }
    }
  }
  // Its functions have no names: what runs over there knows nothing of the tools here.
  await window.evaluate((vscode, wanted: typeof ids) => {
    const controller = vscode.tests.createTestController('bare', 'Bare');
    const made = new Map<string, ReturnType<typeof controller.createTestItem>>();
    for (const [id] of wanted) {
      const uri = vscode.Uri.file(`/nowhere/${id}`);
      made.set(id, controller.createTestItem(id, id.split('/').at(-1) ?? id, uri));
    }
    for (const [id, parent] of [...wanted].reverse()) {
      const item = made.get(id);
      if (item) (made.get(parent)?.children ?? controller.items).add(item);
    }
    return null;
  }, ids);
}

/** Times between frames, in ms: from the moment tests come, through all of them. */
async function framesOf(
  editor: Editor,
  folder: string,
  show: (window: EditorWindow) => Promise<void>,
): Promise<number[]> {
  await editor.forget();
  const window = await editor.openWindow(folder);
  const { page } = window;
  try {
    await page.evaluate(recordFrames);
    // Without a controller there is no such tab.
    await show(window);
    await page.getByRole('tab', { name: 'Testing' }).click({ timeout: shownWithinMs });
    const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
    await row(/^tests/).click({ timeout: shownWithinMs });
    const press = async (key: string, times = 1): Promise<void> => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    await press('ArrowRight');
    await row(/^area-00/).click({ timeout: shownWithinMs });
    await press('ArrowRight');
    await row(/^page-00/).waitFor({ timeout: shownWithinMs });
    // From below: what opens stands in nobody's way.
    await press('ArrowDown', filesEach);
    for (let file = 0; file < filesEach; file += 1) {
      await press('ArrowRight');
      await press('ArrowUp');
    }
    await row(/^test-00/).waitFor({ timeout: shownWithinMs });
    await row(/^area-00/).hover();
    for (let turn = 0; turn < wheelTurns; turn += 1) {
      await page.mouse.wheel(0, 2_000);
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
    }
    return await page.evaluate<number[]>('globalThis.frames');
  } finally {
    await window.close();
  }
}

/** For the page, which knows nothing of the tools here either. */
const recordFrames = `
  globalThis.frames = [];
  let last = performance.now();
  const drawn = (at) => {
    if (at > last) globalThis.frames.push(at - last);
    last = Math.max(at, last);
    requestAnimationFrame(drawn);
  };
  requestAnimationFrame(drawn);
`;

function figure(
  name: string,
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
  p: number,
): BenchResult {
  const ofWindows = (windows: readonly (readonly number[])[]): number[] =>
    windows.map((frames) => quantile(frames, p));
  const own = ofWindows(ours);
  const [value, floor] = [quantile(own, 0.5), quantile(ofWindows(theirs), 0.5)];
  return {
    ...{ name: `${name}, p${p * 100}`, value, unit: 'ms', n: ours.length, spread: spread(own) },
    ...{ floor, ratio: value / floor, target: '≤ 1.20 × the floor', ok: value / floor <= 1.2 },
  };
}
