import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { appendFile, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../scripts/lib/chromium.js';
import { createEndpointApi } from '../src/client/createApi.js';
import { readEventStream } from '../src/client/readEventStream.js';
import { componentRows } from '../src/extension/components/componentRows.js';
import { ComponentsModel } from '../src/extension/components/componentsModel.js';
import { httpComponentsApi } from '../src/extension/components/httpComponentsApi.js';
import type { ComponentGraph } from '../src/protocol/componentGraph.js';
import type { ScanResult } from '../src/protocol/components.js';
import type { Project } from '../src/protocol/projects.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';
import { drawnIn, freshGraphPage } from './support/drawnGraph.js';
import { writeGeneratedProject } from './support/generatedProject.js';

const files = 10_000;
const rounds = 20;

/**
 * A project of 10,000 components: the first scan beside a mere reading of its files, a scan when nothing changed, and
 * how long after a file was saved the rows of the Components view are those of the new text.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-components-')));
  const service = await startBenchedService();
  try {
    await writeGeneratedProject(folder, files);
    const project = await service.json<Project>('POST', '/api/projects/open', { rootPath: folder });
    const { id } = project;
    const reading = readAll(folder);
    const cold = await scanned(service, id);
    // What was written a moment ago is read once more.
    await scanned(service, id);
    const warm = await each(() => scanned(service, id));
    const shown = await shownAfterSaving(service, project, async () => {
      await appendFile(path.join(folder, 'components', 'area07', 'Part00700.q'), ' ');
    });
    return [
      result('scan of 10,000 components, cold', [cold], 2_500, reading),
      result('scan of 10,000 components, nothing changed', warm, 300),
      result('10,000 components followed, one saved, and its row drawn anew', shown, 100),
      result('graph of 500 components, first drawn', await graphDrawn(service), 500),
    ];
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A project of 500 components whose graph nobody has asked for since a file changed: from asking the service to what is
 * painted in the page that ships, in a Chromium.
 */
async function graphDrawn(service: BenchedService): Promise<number[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-graph-')));
  const browser = await launchChromium((line) => process.stderr.write(`${line}\n`));
  try {
    await writeGeneratedProject(folder, 500);
    const { id } = await service.json<Project>('POST', '/api/projects/open', { rootPath: folder });
    return await each(async () => {
      await appendFile(path.join(folder, 'components', 'area02', 'Part00200.q'), ' ');
      await service.json('POST', `/api/projects/${id}/scan`);
      const page = await freshGraphPage(browser);
      const begin = performance.now();
      const kinds = 'component,table';
      const graph = await service.json<ComponentGraph>(
        'GET',
        `/api/projects/${id}/graph?kinds=${kinds}`,
      );
      const asked = performance.now() - begin;
      const drawn = await drawnIn(page, graph);
      await page.close();
      return asked + drawn;
    });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long it takes to look at every file of a project and to read it, in one thread. */
function readAll(folder: string): number {
  const begin = performance.now();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (lstatSync(file).isFile()) bytes += readFileSync(file).length;
  }
  if (bytes === 0) throw new Error(`Nothing was read below ${folder}.`);
  return performance.now() - begin;
}

async function scanned(service: BenchedService, id: number): Promise<number> {
  const begin = performance.now();
  const found = await service.json<ScanResult>('POST', `/api/projects/${id}/scan`);
  if (found.components_found !== files) throw new Error(JSON.stringify(found));
  return performance.now() - begin;
}

/**
 * How long after each save the rows of the Components view are made of what the service read, with the window's own
 * model over the typed client.
 */
async function shownAfterSaving(
  service: BenchedService,
  project: Project,
  save: () => Promise<void>,
): Promise<number[]> {
  const port = Number(new URL(service.url).port);
  const api = httpComponentsApi(() => Promise.resolve(createEndpointApi({ port, ...service })));
  const failed: unknown[] = [];
  const model = new ComponentsModel({ api, onError: (_project, error) => failed.push(error) });
  let onShown: () => void = () => undefined;
  const shown = (): Promise<void> => new Promise((resolve) => (onShown = resolve));
  model.onDidChange(() => {
    if (!model.isLoaded) return;
    const rows = componentRows(model.projects, '');
    if (rows.length > 0) onShown();
  });
  const ended = new AbortController();
  let onReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  const reading = readEventStream(
    { port, token: service.token },
    {
      lastEventId: undefined,
      signal: ended.signal,
      readyLimitMs: 5_000,
      onEvent: (event) => {
        if (event.type === 'ready') onReady();
        model.handle(event);
      },
    },
  );
  try {
    await ready;
    const first = shown();
    model.setProjects([project]);
    model.lookAt();
    await first;
    const samples = await each(async () => {
      const drawn = shown();
      const begin = performance.now();
      await save();
      await drawn;
      return performance.now() - begin;
    });
    if (failed.length > 0) throw failed[0];
    return samples;
  } finally {
    ended.abort();
    await reading;
  }
}

async function each(measure: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await measure());
  return samples;
}

function result(
  name: string,
  samples: readonly number[],
  most: number,
  floor: number | null = null,
): BenchResult {
  const value = quantile(samples, 0.5);
  return {
    ...{ name, value, unit: 'ms', n: samples.length, spread: spread(samples) },
    ...{ floor, ratio: floor && value / floor, target: `p50 ≤ ${most} ms`, ok: value <= most },
  };
}
