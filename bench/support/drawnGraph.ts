import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/lib/paths.js';
import type { ComponentGraph } from '../../src/protocol/componentGraph.js';
import type { ToGraphPage } from '../../src/protocol/webviews.js';

const address = 'http://graph.test/';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** The page of the graph as it ships, in an editor that listens to nothing it says. */
const html = `<!DOCTYPE html>
<html lang="en"><head><link rel="stylesheet" href="graph.css"></head>
<body><main id="page"></main>
<script>
  const said = [];
  window.acquireVsCodeApi = () => ({ postMessage: (message) => said.push(message), setState() {} });
  // After the page has heard it: the next frame has it drawn, and what follows that is after the paint.
  window.draw = (message) => new Promise((resolve) => {
    const begin = performance.now();
    window.addEventListener('message', () =>
      requestAnimationFrame(() => setTimeout(() => resolve({
        ms: performance.now() - begin,
        nodes: document.querySelectorAll('svg.graph .node').length,
      }))), { once: true });
    window.postMessage(message);
  });
</script>
<script type="module" src="graph.js"></script></body></html>`;

/** A page that has loaded the bundle and drawn nothing yet. */
export async function freshGraphPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route(`${address}**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file === '') return route.fulfill({ body: html, contentType: 'text/html' });
    const body = await readFile(path.join(root, 'dist', 'webviews', file));
    return route.fulfill({ body, contentType: types[path.extname(file)] ?? 'text/plain' });
  });
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

/** How long the page takes from being told of a graph to having painted it. */
export async function drawnIn(page: Page, graph: ComponentGraph): Promise<number> {
  const wish = { focus: null, depth: 2, kinds: ['component', 'table'], isList: false } as const;
  const message: ToGraphPage = { type: 'graph', graph, wish };
  const drawn = await page.evaluate<{ ms: number; nodes: number }>(
    `draw(${JSON.stringify(message)})`,
  );
  if (drawn.nodes !== graph.nodes.length)
    throw new Error(`${drawn.nodes} of ${graph.nodes.length} nodes were drawn.`);
  return drawn.ms;
}
