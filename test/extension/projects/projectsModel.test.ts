import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import type { Project } from '../../../src/protocol/projects.js';
import {
  ProjectsModel,
  type ProjectsChange,
} from '../../../src/extension/projects/projectsModel.js';
import { count, seed } from '../../support/slice.js';
import { project, settled } from '../support.js';

const at = '2026-01-01T00:00:00.000Z';
const updated = (id: number, version: number): ServiceEvent => ({
  type: 'project_updated',
  at,
  projectId: id,
  id,
  version,
});
const created = (id: number): ServiceEvent => ({
  type: 'project_created',
  at,
  projectId: id,
  id,
  version: 1,
});

function modelOf(
  read: () => Promise<readonly Project[]>,
  remembered?: readonly Project[],
): {
  model: ProjectsModel;
  changes: ProjectsChange[];
  kept: (readonly Project[])[];
  errors: unknown[];
} {
  const changes: ProjectsChange[] = [];
  const kept: (readonly Project[])[] = [];
  const errors: unknown[] = [];
  const model = new ProjectsModel({
    read,
    remembered,
    remember: (projects) => kept.push(projects),
    onError: (error) => errors.push(error),
  });
  model.onDidChange((change) => changes.push(change));
  return { model, changes, kept, errors };
}

test('the remembered list is there before the service answers, and is replaced by its answer', async () => {
  const { model, changes, kept } = modelOf(
    () => Promise.resolve([project({ name: 'new' })]),
    [project({ name: 'old' })],
  );
  assert.deepEqual(
    model.projects.map(({ name }) => name),
    ['old'],
  );
  assert.equal(model.isLoaded, false);
  await model.refresh();
  assert.deepEqual(
    model.projects.map(({ name }) => name),
    ['new'],
  );
  assert.equal(model.isLoaded, true);
  assert.deepEqual(changes, ['all']);
  assert.equal(kept.length, 1);
});

test('projects are listed by name, whatever order they come in', async () => {
  const { model } = modelOf(() =>
    Promise.resolve([
      project({ id: 3, name: 'zoo' }),
      project({ id: 1, name: 'blog' }),
      project({ id: 2, name: 'Shop' }),
    ]),
  );
  await model.refresh();
  assert.deepEqual(
    model.projects.map(({ name }) => name),
    ['blog', 'Shop', 'zoo'],
  );
});

test('a change of one project redraws that row alone', async () => {
  let list = [project({ id: 1, name: 'a' }), project({ id: 2, name: 'b' })];
  const { model, changes } = modelOf(() => Promise.resolve(list));
  await model.refresh();
  list = [
    project({ id: 1, name: 'a' }),
    project({ id: 2, name: 'b', version: 2, status: 'inactive' }),
  ];
  model.handle(updated(2, 2));
  await settled();
  assert.deepEqual(changes, ['all', [2]]);
});

test('a datasource or component that comes or goes has its project counted anew, at no read', async () => {
  let reads = 0;
  const { model, changes } = modelOf(() => {
    reads++;
    return Promise.resolve([project({ id: 1 })]);
  });
  await model.refresh();
  changes.length = 0;
  model.handle({ type: 'datasource_created', at, projectId: 1, id: 7, version: 1 });
  model.handle({ type: 'datasource_deleted', at, projectId: 1, id: 7 });
  model.handle({
    type: 'components_changed',
    at,
    projectId: 1,
    id: 1,
    changed: 2,
    components: null,
  });
  model.handle({ type: 'datasource_created', at, projectId: 2, id: 8, version: 1 });
  assert.deepEqual([changes, reads], [[[1], [1], [1]], 1]);
});

test('an update that is known already costs no read', async () => {
  let reads = 0;
  const { model } = modelOf(() => {
    reads += 1;
    return Promise.resolve([project({ version: 5 })]);
  });
  await model.refresh();
  model.handle(updated(1, 5));
  model.handle(updated(1, 4));
  await settled();
  assert.equal(reads, 1);
  model.handle(updated(1, 6));
  await settled();
  assert.equal(reads, 2);
});

test('events during a read cause one more read, never two at once', async () => {
  let running = 0;
  let most = 0;
  let reads = 0;
  const answers: (() => void)[] = [];
  const { model } = modelOf(async () => {
    reads += 1;
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => answers.push(resolve));
    running -= 1;
    return [project({ version: reads })];
  });
  const all = [model.refresh()];
  for (const id of [1, 2, 3]) model.handle(created(id));
  all.push(model.refresh());
  await settled();
  answers.shift()?.();
  await settled();
  answers.shift()?.();
  await Promise.all(all);
  assert.equal(most, 1);
  assert.equal(reads, 2);
});

test('a failed read keeps what is shown, says why, and the next one works', async () => {
  let fail = true;
  const { model, errors } = modelOf(
    () => (fail ? Promise.reject(new Error('away')) : Promise.resolve([])),
    [project()],
  );
  await model.refresh();
  assert.equal(model.projects.length, 1);
  assert.equal(model.isLoaded, false);
  assert.equal(errors.length, 1);
  fail = false;
  await model.refresh();
  assert.deepEqual(model.projects, []);
});

test('whatever happens while reads are under way, the window ends with what the service has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          id: fc.integer({ min: 1, max: 4 }),
          what: fc.constantFrom('create', 'update', 'delete', 'reset', 'answer'),
        }),
        { maxLength: 30 },
      ),
      async (steps) => {
        const truth = new Map<number, Project>();
        const waiting: (() => void)[] = [];
        const { model } = modelOf(async () => {
          // The answer is what the service had when it was asked.
          const answer = [...truth.values()];
          await new Promise<void>((resolve) => waiting.push(resolve));
          return answer;
        });
        void model.refresh();
        for (const { id, what } of steps) {
          const known = truth.get(id);
          if (what === 'create' && known === undefined) {
            truth.set(id, project({ id, name: `p${id}` }));
            model.handle(created(id));
          } else if (what === 'update' && known !== undefined) {
            const version = known.version + 1;
            truth.set(id, { ...known, version });
            model.handle(updated(id, version));
          } else if (what === 'delete' && truth.delete(id)) {
            model.handle({ type: 'project_deleted', at, projectId: id, id });
          } else if (what === 'reset') model.handle({ type: 'reset', reason: 'gap' });
          else {
            waiting.shift()?.();
            await settled();
          }
        }
        while (waiting.length > 0) {
          waiting.shift()?.();
          await settled();
        }
        assert.deepEqual(
          [...model.projects].sort((a, b) => a.id - b.id),
          [...truth.values()].sort((a, b) => a.id - b.id),
        );
      },
    ),
    { numRuns: count(200, 20_000), seed },
  );
});
