import assert from 'node:assert/strict';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Installation } from '../../../src/framework/installation.js';
import type { StoredEvent } from '../../../src/protocol/events.js';
import type { Problem } from '../../../src/protocol/problems.js';
import type { OpenProject, Project } from '../../../src/protocol/projects.js';
import type { Feature, Platform } from '../../../src/service/platform/feature.js';
import { projectsFeature, type ProjectsContext } from '../../../src/service/projects/feature.js';
import type { ProjectService } from '../../../src/service/projects/projectService.js';
import { startTestApp, temporaryFolder, type TestApp } from '../../support/serviceApp.js';

export const page = '<q:component name="Page"><h1>Hi</h1></q:component>\n';

const nothingInstalled: Installation = { interpreter: null, version: null, problem: 'No Python.' };

export interface ProjectApp extends TestApp {
  /** A folder of its own for the test's projects. */
  readonly work: string;
  /** Events since the last call. */
  events(): StoredEvent[];
  call<T>(method: Method, url: string, body?: object): Promise<T>;
  refused(method: Method, url: string, body?: object): Promise<Problem>;
  open(rootPath: string, more?: Partial<OpenProject>): Promise<Project>;
  list(query?: string): Promise<Project[]>;
  /** Waits until the project looks like this, woken by events. */
  until(id: number, looks: (project: Project) => boolean): Promise<Project>;
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export async function quantumFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  return folder;
}

/** The projects of the service on the real store, without looking for Pythons unless asked to. */
export async function startProjects(
  t: TestContext,
  context: Partial<ProjectsContext> = {},
  options: { readonly home?: string; readonly now?: () => Date } = {},
  more: (platform: Platform, projects: ProjectService) => readonly Feature[] = () => [],
): Promise<ProjectApp> {
  const work = await realpath(await temporaryFolder(t, 'projects'));
  const started = await startTestApp(t, {
    ...options,
    features: (platform) => {
      const room = projectsFeature(platform, {
        templatesDirectory: path.join(import.meta.dirname, '../../../media/templates'),
        findInstallation: () => Promise.resolve(nothingInstalled),
        findPython: () => Promise.resolve(null),
        ...context,
      });
      return [room, ...more(platform, room.projects)];
    },
  });
  const { app, authorized, platform } = started;
  const seen: StoredEvent[] = [];
  platform.events.subscribe(({ event }) => seen.push(event));
  const send = (method: Method, url: string, body?: object) =>
    app.inject({ method, url, headers: authorized, ...(body ? { payload: body } : {}) });
  const call = async <T>(method: Method, url: string, body?: object): Promise<T> => {
    const answer = await send(method, url, body);
    assert.ok(answer.statusCode < 300, `${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return (answer.body === '' ? undefined : answer.json()) as T;
  };
  return {
    ...started,
    work,
    call,
    events: () => seen.splice(0),
    async refused(method, url, body) {
      const answer = await send(method, url, body);
      assert.ok(answer.statusCode >= 400, `${method} ${url} was not refused: ${answer.body}`);
      return answer.json<Problem>();
    },
    open: (rootPath, more = {}) => call('POST', '/api/projects/open', { rootPath, ...more }),
    list: (query = '') => call('GET', `/api/projects${query}`),
    async until(id, looks) {
      let changed = (): void => undefined;
      const listener = platform.events.subscribe(() => changed());
      try {
        for (;;) {
          const event = new Promise<void>((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error('it never looked so')), 10_000);
            changed = () => {
              clearTimeout(timer);
              resolve();
            };
          });
          const project = (await call<Project[]>('GET', '/api/projects')).find((p) => p.id === id);
          if (project && looks(project)) {
            changed();
            return project;
          }
          await event;
        }
      } finally {
        listener.dispose();
      }
    },
  };
}
