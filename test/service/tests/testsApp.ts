import assert from 'node:assert/strict';
import { cp, mkdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Installation } from '../../../src/framework/installation.js';
import type { StoredEvent } from '../../../src/protocol/events.js';
import type { Problem } from '../../../src/protocol/problems.js';
import type { Project } from '../../../src/protocol/projects.js';
import type { RunTests, TestRunDetail, TestRunStarted } from '../../../src/protocol/testRuns.js';
import { projectsFeature } from '../../../src/service/projects/feature.js';
import { testsFeature } from '../../../src/service/tests/feature.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { startTestApp, temporaryFolder, type TestApp } from '../../support/serviceApp.js';

const repository = path.join(import.meta.dirname, '../../..');
export const bridgeScript = path.join(repository, 'python/quantum_bridge/__main__.py');

export interface TestsApp extends TestApp {
  readonly project: Project;
  readonly root: string;
  readonly seen: readonly StoredEvent[];
  call<T>(method: 'GET' | 'POST', url: string, body?: object): Promise<T>;
  refused(method: 'GET' | 'POST', url: string, body?: object): Promise<Problem>;
  /** Starts a run and answers its id. */
  begin(request?: RunTests): Promise<number>;
  /** Runs to the end. */
  run(request?: RunTests): Promise<TestRunDetail>;
  /** Resolves with the first event from now on, or of before, that is as asked. */
  event(is: (event: StoredEvent) => boolean): Promise<StoredEvent>;
  ended(runId: number): Promise<TestRunDetail>;
}

/** A small application with one page, and these files. */
export async function smallApplication(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const services = 'act.py' in files ? 'services:\n  - act\n' : '';
  const all = {
    'quantum.config.yaml': `server:\n  port: 8080\n${services}`,
    'components/index.q': '<q:component name="Index"><p>Hello</p></q:component>\n',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

export async function storefront(t: TestContext): Promise<string> {
  const folder = await realpath(await temporaryFolder(t, 'storefront'));
  await cp(path.join(repository, 'samples/storefront'), folder, { recursive: true });
  return folder;
}

const live = ['pending', 'running'];

/** The tests of one project over the real framework. */
export async function startTests(
  t: TestContext,
  root: string,
  options: {
    readonly home?: string;
    readonly installation?: Installation;
    /** Where the application finds its databases. */
    readonly variables?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestsApp> {
  const { installation, variables: given = {}, ...rest } = options;
  const variables = { of: () => Promise.resolve({ ...process.env, ...given }) };
  const python = await quantumPython();
  const found: Installation = installation ?? {
    interpreter: { path: python, pythonVersion: '3.13.0', source: 'setting' },
    version: '1.0.1',
    problem: null,
  };
  const started = await startTestApp(t, {
    ...rest,
    features: (platform) => {
      const room = projectsFeature(platform, {
        templatesDirectory: path.join(repository, 'media/templates'),
        findInstallation: () => Promise.resolve(found),
        findPython: () => Promise.resolve(null),
      });
      return [room, testsFeature(platform, { projects: room.projects, variables, bridgeScript })];
    },
  });
  const { app, authorized, platform } = started;
  const seen: StoredEvent[] = [];
  const waiting = new Set<() => void>();
  platform.events.subscribe(({ event }) => {
    seen.push(event);
    for (const look of [...waiting]) look();
  });
  const send = (method: 'GET' | 'POST', url: string, body?: object) =>
    app.inject({ method, url, headers: authorized, ...(body ? { payload: body } : {}) });
  const call = async <T>(method: 'GET' | 'POST', url: string, body?: object): Promise<T> => {
    const answer = await send(method, url, body);
    assert.ok(answer.statusCode < 300, `${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return (answer.body === '' ? undefined : answer.json()) as T;
  };
  const project = await call<Project>('POST', '/api/projects/open', { rootPath: root });
  const tests = `/api/projects/${project.id}/tests`;
  const event: TestsApp['event'] = (is) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no such event came')), 60_000);
      const look = (): void => {
        const found = seen.find(is);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const ended = async (runId: number): Promise<TestRunDetail> => {
    await event(
      (one) => one.type === 'test_run_changed' && one.id === runId && !live.includes(one.status),
    );
    return call('GET', `${tests}/runs/${runId}`);
  };
  const begin = async (request: RunTests = {}): Promise<number> =>
    (await call<TestRunStarted>('POST', `${tests}/run`, request)).test_run_id;
  return {
    ...started,
    project,
    root,
    seen,
    call,
    refused: async (method, url, body) => {
      const answer = await send(method, url, body);
      assert.ok(answer.statusCode >= 400, `${method} ${url} was not refused: ${answer.body}`);
      return answer.json<Problem>();
    },
    begin,
    run: async (request) => ended(await begin(request)),
    event,
    ended,
  };
}
