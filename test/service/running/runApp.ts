import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Installation } from '../../../src/framework/installation.js';
import type { StoredEvent } from '../../../src/protocol/events.js';
import type { Problem } from '../../../src/protocol/problems.js';
import type { Project } from '../../../src/protocol/projects.js';
import type { ProjectRun, RunLogLine, RunRequest } from '../../../src/protocol/running.js';
import { detachedControl } from '../../../src/service/platform/lifecycle/serviceControl.js';
import { StreamRegistry } from '../../../src/service/platform/events/streamRegistry.js';
import { environmentsFeature } from '../../../src/service/environments/feature.js';
import { projectsFeature } from '../../../src/service/projects/feature.js';
import { runningFeature } from '../../../src/service/running/feature.js';
import type { VariableSource } from '../../../src/service/running/runVariables.js';
import { launchChromium } from '../../../scripts/lib/chromium.js';
import { cleanUp } from '../../support/cleanup.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { startTestApp, type TestApp } from '../../support/serviceApp.js';

const repository = path.join(import.meta.dirname, '../../..');
let assets: Promise<string> | undefined;

/** What of the built product a server needs: the script of the pages and the Python side. */
export function servedAssets(): Promise<string> {
  return (assets ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'quantum-admin-assets-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await symlink(path.join(repository, 'python'), path.join(folder, 'python'));
    await build({
      entryPoints: [path.join(repository, 'webviews/liveReload/liveReload.ts')],
      outfile: path.join(folder, 'browser/liveReload.js'),
      ...{ bundle: true, format: 'esm', platform: 'browser', logLevel: 'warning' },
    });
    return folder;
  })());
}

export interface RunApp extends TestApp {
  readonly project: Project;
  readonly root: string;
  readonly seen: readonly StoredEvent[];
  start(): Promise<ProjectRun>;
  stop(): Promise<ProjectRun>;
  restart(): Promise<ProjectRun>;
  state(): Promise<ProjectRun>;
  lines(query?: string): Promise<RunLogLine[]>;
  requests(): Promise<RunRequest[]>;
  call<T>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object): Promise<T>;
  /** @throws when it is not refused. */
  refused(url: string): Promise<Problem>;
  /** Resolves with the first event, of before or to come, that is as asked. */
  event(is: (event: StoredEvent) => boolean): Promise<StoredEvent>;
  /** Writes a file of the project, as an editor does. */
  save(file: string, text: string): Promise<void>;
  /** Changes the text of a file. */
  edit(file: string, change: (text: string) => string): Promise<void>;
}

export interface RunAppOptions {
  readonly home?: string;
  readonly variables?: VariableSource;
}

/** The server of one project over the real framework. */
export async function startRuns(
  t: TestContext,
  root: string,
  options: RunAppOptions = {},
): Promise<RunApp> {
  const python = await quantumPython();
  const assetsDirectory = await servedAssets();
  const found: Installation = {
    interpreter: { path: python, pythonVersion: '3.13.0', source: 'setting' },
    version: '1.0.1',
    problem: null,
  };
  const started = await startTestApp(t, {
    ...(options.home === undefined ? {} : { home: options.home }),
    features: (platform) => {
      const room = projectsFeature(platform, {
        templatesDirectory: path.join(repository, 'media/templates'),
        findInstallation: () => Promise.resolve(found),
        findPython: () => Promise.resolve(null),
      });
      const { projects } = room;
      const streams = new StreamRegistry();
      const control = detachedControl();
      const running = runningFeature(platform, { projects, control, streams, assetsDirectory });
      if (options.variables) running.variables.add(options.variables);
      const environments = environmentsFeature(platform, {
        project: (id) => projects.row(id),
        given: (id) => running.variables.given(id),
      });
      running.variables.add((id) => environments.variables.inForce(id));
      return [room, running, environments];
    },
  });
  const { app, authorized, platform } = started;
  const seen: StoredEvent[] = [];
  const waiting = new Set<() => void>();
  platform.events.subscribe(({ event }) => {
    seen.push(event);
    for (const look of [...waiting]) look();
  });
  const send = (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) =>
    app.inject({ method, url, headers: authorized, ...(body ? { payload: body } : {}) });
  const call: RunApp['call'] = async <T>(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: object,
  ) => {
    const answer = await send(method, url, body);
    assert.ok(answer.statusCode < 300, `${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return (answer.body === '' ? undefined : answer.json()) as T;
  };
  const project = await call<Project>('POST', '/api/projects/open', { rootPath: root });
  const run = `/api/projects/${project.id}/run`;
  const save: RunApp['save'] = async (file, text) => writeFile(path.join(root, file), text);
  return {
    ...started,
    ...{ project, root, seen, call, save },
    start: () => call('POST', `${run}/start`),
    stop: () => call('POST', `${run}/stop`),
    restart: () => call('POST', `${run}/restart`),
    state: () => call('GET', run),
    lines: (query = '') => call('GET', `${run}/logs${query}`),
    requests: () => call('GET', `${run}/requests`),
    refused: async (url) => {
      const answer = await send('POST', url);
      assert.ok(answer.statusCode >= 400, `${url} was not refused: ${answer.body}`);
      return answer.json<Problem>();
    },
    event: (is) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no such event came')), 60_000);
        const look = (): void => {
          const one = seen.find(is);
          if (!one) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(one);
        };
        waiting.add(look);
        look();
      }),
    edit: async (file, change) => {
      const text = await readFile(path.join(root, file), 'utf8');
      await save(file, change(text));
    },
  };
}

/** Replaces a file as editors with safe writing do: beside it, then over it. */
export async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp~`, text);
  await rename(`${file}.tmp~`, file);
}

/** The sample shop with its database. */
export async function shop(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum-admin-shop-'));
  cleanUp(t, () => rm(folder, { recursive: true, force: true }));
  await cp(path.join(repository, 'samples/storefront'), folder, { recursive: true });
  return folder;
}

/** A browser for one test. */
export async function openBrowser(t: TestContext): Promise<Browser> {
  const browser = await launchChromium(() => undefined);
  cleanUp(t, () => browser.close());
  return browser;
}

export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  const listens = page.waitForRequest((request) => request.url().includes('/events?page='));
  await page.goto(url);
  await listens;
  return page;
}
