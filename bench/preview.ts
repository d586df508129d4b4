import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../scripts/lib/chromium.js';
import { root } from '../scripts/lib/paths.js';
import { ensurePython } from '../scripts/lib/testing/stages.js';
import { pageHtml } from '../src/extension/platform/webviewHtml.js';
import type { PreviewPage } from '../src/protocol/preview.js';
import type { Project } from '../src/protocol/projects.js';
import type { InitPage, PreviewView, ToPreviewPage } from '../src/protocol/webviews.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { application, pageOf } from './live.js';
import { startBenchedService } from './support/benchedService.js';
import { WatchedPage } from './support/watchedPage.js';

const lines = 500;
const origin = 'http://preview.invalid';
const view: PreviewView = { url: '/', session: {}, database: 'copy' };

/**
 * From a changed text of 500 lines to the second frame of the preview's own page that has it, over the built service;
 * beside it what drawing such a page costs the framework alone, in a process of its own.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const keys = Number(process.env['QUANTUM_BENCH_N'] ?? 100);
  const temp = await mkdtemp(path.join(tmpdir(), 'quantum-bench-preview-'));
  const python = await ensurePython(console.error);
  const browser = await launchChromium(console.error);
  try {
    const folder = await application(temp, 'previewed', lines);
    const bare = await bareRenders(python, await application(temp, 'bare', lines), keys);
    const times = await keystrokes(browser, python, folder, keys);
    return [0.5, 0.95].map((p) => ({
      name: `preview: key to pixels, ${lines} lines, p${p * 100}`,
      value: quantile(times, p),
      ...{ unit: 'ms' as const, n: times.length, spread: spread(times) },
      ...{ floor: quantile(bare, p), ratio: quantile(times, p) / quantile(bare, p) },
      target: p === 0.5 ? '≤ 50 ms' : null,
      ok: p === 0.5 ? quantile(times, p) <= 50 : null,
    }));
  } finally {
    await browser.close();
    await rm(temp, { recursive: true, force: true });
  }
}

async function keystrokes(
  browser: Browser,
  python: string,
  folder: string,
  n: number,
): Promise<number[]> {
  const service = await startBenchedService();
  try {
    const opened = { rootPath: folder, interpreter: python };
    const { id } = await service.json<Project>('POST', '/api/projects/open', opened);
    const watched = await WatchedPage.open(browser, load);
    const show = async (text: string): Promise<void> => {
      const texts = [{ filePath: 'components/index.q', text }];
      const request = { url: '/', texts, session: {}, reset: false };
      const drawn = await service.json<PreviewPage>('POST', `/api/projects/${id}/preview`, request);
      const { status, html, ms, redirects, queries, unresolved, output } = drawn;
      const page = { status, html, ms, redirects, queries, unresolved, output };
      await tell(watched.page, { type: 'page', page });
    };
    await show(pageOf(lines, 'v0'));
    // Its style sheet is none of what is measured here, and the page asks for it.
    await tell(watched.page, {
      type: 'assets',
      assets: [{ url: '/static/bench.css', type: 'text/css', base64: '' }],
    });
    const times: number[] = [];
    for (let key = 1; key <= n; key += 1) {
      // The page's width depends on the window's: only the mark is awaited.
      times.push(await watched.time(`v${key}`, () => show(pageOf(lines, `v${key}`))));
    }
    await watched.page.close();
    return times;
  } finally {
    await service.stop();
  }
}

/** The preview's page as the editor makes it, with the editor played by the bench. */
async function load(page: Page): Promise<void> {
  const files = path.join(root, 'dist', 'webviews');
  await page.addInitScript(
    'globalThis.acquireVsCodeApi = () => ({ postMessage: () => undefined, setState: () => undefined })',
  );
  const html = pageHtml({
    ...{ title: 'Preview', language: 'en', nonce: 'bench', cspSource: origin, showsFrames: true },
    drawsImages: false,
    script: `${origin}/preview.js`,
    styles: [`${origin}/preview.css`],
    codicons: `${origin}/codicon.css`,
  });
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname === '/'
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.fulfill({ path: path.join(files, pathname) });
  });
  await page.goto(`${origin}/`);
  await tell(page, { type: 'init', texts: {}, language: 'en', subject: null });
  const script = await readFile(path.join(files, 'previewFrame.js'), 'utf8');
  await tell(page, { type: 'frame', script });
  await tell(page, {
    type: 'view',
    view,
    subject: { kind: 'page', name: 'index.q', uri: 'file:///index.q' },
  });
}

function tell(page: Page, message: InitPage | ToPreviewPage): Promise<void> {
  return page.evaluate((told) => window.postMessage(told, '*'), message);
}

async function bareRenders(python: string, folder: string, n: number): Promise<number[]> {
  const script = path.join(root, 'bench', 'floors', 'bareRender.py');
  const child = spawn(python, ['-B', script], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout });
  const times: number[] = [];
  for (let key = 0; key <= n; key += 1) {
    const answered = once(answers, 'line');
    child.stdin.write(`${JSON.stringify(pageOf(lines, `v${key}`))}\n`);
    const [answer] = (await answered) as [string];
    // The first one loads what the others have.
    if (key > 0) times.push(Number(answer));
  }
  const exited = once(child, 'exit');
  child.stdin.end();
  await exited;
  return times;
}
