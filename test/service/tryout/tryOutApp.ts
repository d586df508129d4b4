import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import pino from 'pino';
import type { Installation } from '../../../src/framework/installation.js';
import type { Problem } from '../../../src/protocol/problems.js';
import type { Project } from '../../../src/protocol/projects.js';
import type {
  SavedTest,
  SaveTestRequest,
  TryOutAnswer,
  TryOutEntry,
  TryOutForm,
  TryOutRequest,
} from '../../../src/protocol/tryout.js';
import { previewFeature } from '../../../src/service/preview/feature.js';
import { detachedControl } from '../../../src/service/platform/lifecycle/serviceControl.js';
import { StreamRegistry } from '../../../src/service/platform/events/streamRegistry.js';
import { projectsFeature } from '../../../src/service/projects/feature.js';
import { runningFeature } from '../../../src/service/running/feature.js';
import { tryOutFeature } from '../../../src/service/tryout/feature.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { startTestApp, temporaryFolder, type TestApp } from '../../support/serviceApp.js';
import { servedAssets } from '../running/runApp.js';

const repository = path.join(import.meta.dirname, '../../..');

/** Every kind of field; what the action was sent comes back as the flash. */
export const page = `<q:component name="Index">
  <q:query name="notes" datasource="main">SELECT id, text FROM notes ORDER BY id</q:query>
  <q:action name="add" method="POST">
    <q:param name="text" type="string" required="true" minlength="2" maxlength="40"/>
    <q:param name="count" type="integer" default="1" min="1" max="9"/>
    <q:param name="size" type="string" default="s" enum="s,m,l"/>
    <q:param name="email" type="email"/>
    <q:param name="code" type="string" pattern="^[a-z]+$"/>
    <q:param name="loud" type="boolean" default="false"/>
    <q:param name="password" type="string" required="true"/>
    <q:query name="added" datasource="main">
      INSERT INTO notes (text) VALUES (:text)
      <q:param name="text" value="{text}" type="string"/>
    </q:query>
    <q:query name="known" datasource="main">
      SELECT count(*) AS n FROM notes WHERE text = :secret
      <q:param name="secret" value="{password}" type="string"/>
    </q:query>
    <q:redirect url="/?said={form.password}" flash="[{form.text}|{form.count}|{form.size}|{form.email}|{form.code}|{loud}]"/>
  </q:action>
  <q:action name="send" method="POST">
    <q:param name="letter" type="file" required="true" accept=".txt"/>
    <q:param name="note" type="string"/>
    <q:redirect url="/" flash="Sent with {note}"/>
  </q:action>
  <h1>Notes</h1>
  <p id="flash">{flash}</p>
  <ul><q:loop query="notes"><li>{notes.text}</li></q:loop></ul>
  <ui:form on-submit="add">
    <ui:input bind="text"/><ui:input bind="count"/><ui:select bind="size"/>
    <ui:input bind="email"/><ui:input bind="code"/><ui:checkbox bind="loud" label="Loud"/>
    <ui:input bind="password" type="password"/>
    <ui:button>Add</ui:button>
  </ui:form>
</q:component>
`;

/** An application with that page, one for administrators, one with an address of two parts and a component. */
export async function application(t: TestContext): Promise<string> {
  const root = await temporaryFolder(t, 'tried-out');
  for (const folder of ['components/orders', 'components/_parts', 'migrations', 'static'])
    await mkdir(path.join(root, folder), { recursive: true });
  const files = {
    'quantum.config.yaml': 'datasources:\n  main:\n    driver: sqlite\n    database: data/app.db\n',
    'components/index.q': page,
    'components/admin.q':
      '<q:component name="Admin" require_auth="true" require_role="admin"><h1>Staff</h1><p>{session.userName}, {session.shop}</p></q:component>\n',
    'components/orders/[id].q':
      '<q:component name="Order"><h1>Order</h1><p>{id}</p><q:action name="close" method="POST"><q:redirect url="/orders/{id}" flash="Closed {id}"/></q:action></q:component>\n',
    'components/_parts/card.q': '<q:component name="Card"><p>part</p></q:component>\n',
    'components/broken.q':
      '<q:component name="Broken">\n  <q:action name="fail" method="POST">\n    <q:set name="x" value="{1 / 0}"/>\n  </q:action>\n  <p>b</p>\n</q:component>\n',
    'migrations/V001__notes.sql':
      'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\n',
    'static/site.css': 'h1 { color: teal }',
  };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(root, file), text);
  return root;
}

export interface TryOutApp extends TestApp {
  readonly project: Project;
  readonly root: string;
  readonly call: <T>(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) => Promise<T>;
  readonly form: (filePath: string) => Promise<TryOutForm>;
  readonly send: (request: Partial<TryOutRequest>) => Promise<TryOutAnswer>;
  readonly saveTest: (request: SaveTestRequest) => Promise<SavedTest>;
  readonly history: () => Promise<TryOutEntry[]>;
  /** @throws when it is not refused. */
  readonly refused: (url: string, body: object) => Promise<Problem>;
}

/** Try-outs of one project over the real framework. */
export async function startTryOuts(t: TestContext, root: string): Promise<TryOutApp> {
  const assetsDirectory = await servedAssets();
  const found: Installation = {
    interpreter: { path: await quantumPython(), pythonVersion: '3.13.0', source: 'setting' },
    version: '1.0.1',
    problem: null,
  };
  const started = await startTestApp(t, {
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
      const world = {
        projects,
        variables: running.variables,
        bridgeScript: path.join(repository, 'python/quantum_bridge/__main__.py'),
        log: pino({ enabled: false }),
      };
      const preview = previewFeature({ ...world, events: platform.events });
      const { previews } = preview;
      return [
        room,
        running,
        preview,
        tryOutFeature({ platform, ...world, previews, runs: running.runs }),
      ];
    },
  });
  const { app, authorized } = started;
  const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) =>
    app.inject({ method, url, headers: authorized, ...(body ? { payload: body } : {}) });
  const call: TryOutApp['call'] = async <T>(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: object,
  ) => {
    const answer = await ask(method, url, body);
    assert.ok(answer.statusCode < 300, `${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return (answer.body === '' ? undefined : answer.json()) as T;
  };
  const project = await call<Project>('POST', '/api/projects/open', { rootPath: root });
  const at = `/api/projects/${project.id}/try-out`;
  return {
    ...started,
    ...{ project, root, call },
    form: (filePath) => call('POST', `${at}/form`, { filePath }),
    send: (request) => call('POST', at, requestOf(request)),
    saveTest: (request) => call('POST', `${at}/test`, request),
    history: () => call('GET', `${at}/history`),
    refused: async (url, body) => {
      const answer = await ask('POST', `${at}${url}`, body);
      assert.ok(answer.statusCode >= 400, `${url} was not refused: ${answer.body}`);
      return answer.json<Problem>();
    },
  };
}

/** A request to the page of notes unless told otherwise. */
export function requestOf(request: Partial<TryOutRequest>): TryOutRequest {
  return {
    ...{ filePath: 'components/index.q', url: '/', action: 'add', target: 'preview', fields: [] },
    ...request,
  };
}

/** Fields by name, in that order. */
export function fieldsOf(values: Readonly<Record<string, string>>): TryOutRequest['fields'] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
