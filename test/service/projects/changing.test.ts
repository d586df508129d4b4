import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { addEnvironment } from '../../store/rows.js';
import test from 'node:test';
import type { Project, ProjectDetail } from '../../../src/protocol/projects.js';
import { quantumFolder, startProjects } from './projectApp.js';

test('a change has a version, a time and an event; a change of nothing has none', async (t) => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const app = await startProjects(t, {}, { now: () => new Date((now += 1000)) });
  const project = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  app.events();
  const url = `/api/projects/${project.id}`;
  const changed = await app.call<Project>('PUT', url, { name: 'Store', description: 'Sells' });
  assert.equal(changed.name, 'Store');
  assert.equal(changed.description, 'Sells');
  assert.equal(changed.version, project.version + 1);
  assert.ok(changed.updatedAt > project.updatedAt);
  assert.equal(changed.createdAt, project.createdAt);
  const [event, ...others] = app.events();
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...event, at: '' },
    { type: 'project_updated', at: '', projectId: project.id, id: project.id, version: 2 },
  );
  assert.deepEqual(await app.call('PUT', url, { name: 'Store', status: 'active' }), changed);
  assert.deepEqual(app.events(), []);
  const { description } = await app.call<Project>('PUT', url, { description: null });
  assert.equal(description, null);
});

test('names are unique among the living, and the refusal names a free one', async (t) => {
  const app = await startProjects(t);
  const shop = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  const blog = await app.call<Project>('POST', '/api/projects', { name: 'Blog' });
  for (const problem of [
    await app.refused('POST', '/api/projects', { name: 'Shop' }),
    await app.refused('PUT', `/api/projects/${blog.id}`, { name: 'Shop' }),
  ]) {
    assert.equal(problem.code, 'name-taken');
    assert.equal(problem.detail, 'Another project is called “Shop”.');
    assert.equal(problem.repair, 'Choose another name; “Shop (2)” is free.');
  }
  await app.call('DELETE', `/api/projects/${shop.id}`);
  assert.equal(
    (await app.call<Project>('PUT', `/api/projects/${blog.id}`, { name: 'Shop' })).id,
    blog.id,
  );
});

test('of twenty who want one name at once, one gets it', async (t) => {
  const app = await startProjects(t);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      app.app.inject({
        method: 'POST',
        url: '/api/projects',
        headers: app.authorized,
        payload: { name: 'Shop' },
      }),
    ),
  );
  const codes = answers.map(({ statusCode }) => statusCode).sort();
  assert.deepEqual(codes, [201, ...Array<number>(19).fill(409)]);
});

test('a project without a folder says so and can be linked to one', async (t) => {
  const app = await startProjects(t);
  const project = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  assert.equal(project.folderState, 'none');
  assert.equal(project.rootPath, null);
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  const linked = await app.call<Project>('PUT', `/api/projects/${project.id}`, { rootPath });
  assert.equal(linked.folderState, 'present');
  assert.equal((await app.open(rootPath)).id, project.id);
});

test('a folder belongs to one project: creating or linking another is refused and names it', async (t) => {
  const app = await startProjects(t);
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  await app.open(rootPath);
  const other = await app.call<Project>('POST', '/api/projects', { name: 'Other' });
  for (const problem of [
    await app.refused('POST', '/api/projects', { name: 'Again', rootPath }),
    await app.refused('PUT', `/api/projects/${other.id}`, { rootPath }),
    await app.refused('POST', '/api/projects', { name: 'Again', rootPath, template: 'blank' }),
  ]) {
    assert.equal(problem.code, 'conflict');
    assert.match(problem.detail, /belongs to the project “shop”/);
  }
});

test('linking to what is no Quantum project, or not there, is refused', async (t) => {
  const app = await startProjects(t);
  const { id } = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  await mkdir(path.join(app.work, 'plain'));
  const link = (name: string) =>
    app.refused('PUT', `/api/projects/${id}`, { rootPath: path.join(app.work, name) });
  assert.equal((await link('plain')).code, 'invalid-request');
  assert.equal((await link('gone')).code, 'folder-missing');
});

test('the detail shows what belongs to the project, and no password', async (t) => {
  const app = await startProjects(t);
  const { id } = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  await addParts(app, id);
  const detail = await app.call<ProjectDetail>('GET', `/api/projects/${id}`);
  assert.equal(detail.datasources[0]?.name, 'main');
  assert.equal(detail.datasources[0].autoStart, true);
  assert.equal(detail.components[0]?.filePath, 'components/index.q');
  assert.equal(detail.endpoints[0]?.componentId, detail.components[0].id);
  assert.equal(detail.framework.problem, 'The project has no folder to look for Python in.');
  assert.ok(!JSON.stringify(detail).includes('s3cret'));
  assert.deepEqual(await app.call('GET', `/projects/${id}`), detail);
});

test('the consequences of deleting are counted, and deleting takes just that', async (t) => {
  const app = await startProjects(t);
  const { id } = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  const other = await app.call<Project>('POST', '/api/projects', { name: 'Other' });
  await addParts(app, id);
  await addParts(app, other.id);
  const counted = {
    datasources: 1,
    migrations: 2,
    components: 1,
    endpoints: 1,
    environments: 1,
    variables: 1,
    testRuns: 0,
    jobs: 0,
  };
  const consequences = (of: number) => app.call('GET', `/api/projects/${of}/consequences`);
  assert.deepEqual(await consequences(id), counted);
  await app.call('DELETE', `/api/projects/${id}`);
  assert.deepEqual(await consequences(other.id), counted);
  const left = await app.platform.store.read((db) =>
    db.selectFrom('migration').select('id').execute(),
  );
  assert.equal(left.length, 2);
  assert.equal((await app.refused('GET', `/api/projects/${id}/consequences`)).code, 'not-found');
});

test('what is not there is not found, by every route', async (t) => {
  const app = await startProjects(t);
  const url = '/api/projects/7';
  for (const problem of [
    await app.refused('GET', url),
    await app.refused('PUT', url, { name: 'X' }),
    await app.refused('DELETE', url),
    await app.refused('GET', `${url}/consequences`),
    await app.refused('POST', `${url}/framework/install`),
  ]) {
    assert.equal(problem.code, 'not-found');
    assert.equal(problem.detail, 'There is no project 7.');
  }
});

async function addParts(
  { platform }: { platform: Awaited<ReturnType<typeof startProjects>>['platform'] },
  project_id: number,
): Promise<void> {
  const at = '2026-01-01T00:00:00.000Z';
  await platform.store.write(async (tx) => {
    const { id: datasource_id } = await tx
      .insertInto('datasource')
      .values({
        ...{ project_id, name: 'main', type: 'postgres', connection_type: 'docker' },
        ...{
          container_id: null,
          image: 'postgres:16-alpine',
          host: 'localhost',
          port: 5432 + project_id,
        },
        ...{ database_name: 'shop', username: 'shop', password_encrypted: 's3cret' },
        ...{ status: 'stopped', health_status: 'unknown', setup_status: 'pending' },
        ...{ auto_start: 1, created_at: at, updated_at: at },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const version of ['V001', 'V002']) {
      const body = { name: version, sql_content: 'select 1', status: 'pending' };
      const none = { applied_at: null, error_message: null };
      await tx
        .insertInto('migration')
        .values({ datasource_id, version, ...body, ...none })
        .execute();
    }
    await addEnvironment(tx, project_id);
    const { id: component_id } = await tx
      .insertInto('component')
      .values({
        ...{ project_id, name: 'index', file_path: 'components/index.q', status: 'ok' },
        ...{ error_message: null, last_compiled: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const route = { method: 'GET', path: '/', function_name: null, description: null };
    await tx
      .insertInto('endpoint')
      .values({ project_id, component_id, ...route })
      .execute();
  });
}
