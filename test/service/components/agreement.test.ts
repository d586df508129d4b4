import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { ComponentGraph } from '../../../src/protocol/componentGraph.js';
import type { ScannedEndpoint } from '../../../src/protocol/components.js';
import {
  judgeComponents,
  type JudgedComponent,
  type JudgedParam,
} from '../../support/componentJudge.js';
import { frameworkPages } from '../../support/frameworkPages.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { startComponents } from './componentApp.js';

/** What a page answers, by what the framework's parser says of it. */
function expected({ params, guard, actions, inPath }: JudgedComponent): object[] {
  const path = inPath.map((name) => ({
    ...{ name, in: 'path', type: 'string', required: true, default: null },
  }));
  const placed = (list: readonly JudgedParam[], otherwise: string): object[] => [
    ...path.filter(({ name }) => otherwise === 'query' || !list.some((one) => one.name === name)),
    ...list
      .filter(({ name }) => otherwise === 'form' || !inPath.includes(name))
      .map((one) => ({ ...one, in: inPath.includes(one.name) ? 'path' : otherwise })),
  ];
  return [
    { method: 'GET', functionName: null, guard, params: placed(params, 'query') },
    ...actions.map(({ name, method, params: own }) => ({
      ...{ method, functionName: name, guard, params: placed(own, 'form') },
    })),
  ];
}

/** An address that the brackets of a path fit. */
const sampleOf = (address: string): string =>
  address.replaceAll(/\[\.\.\.\w+\]/g, 'a/b').replaceAll(/\[\w+\]/g, 'x');

/** Compares a copy of an application with what the framework says of it; answers how much was compared. */
async function compare(
  t: TestContext,
  application: string,
): Promise<{ files: number; endpoints: number; actions: number; dependencies: number }> {
  const root = await temporaryFolder(t, 'judged');
  await cp(path.join(application, 'components'), path.join(root, 'components'), {
    recursive: true,
  });
  const app = await startComponents(t, {}, { root });
  await app.post('scan');
  const components = await app.components();
  const endpoints = await app.get<ScannedEndpoint[]>('endpoints');
  const graph = await app.get<ComponentGraph>('graph');
  const wholeGraph = await app.get<ComponentGraph>('graph?kinds=component,datasource');
  const addresses = [...new Set(endpoints.map((one) => sampleOf(one.path)))];
  const judged = await judgeComponents(path.join(root, 'components'), addresses);
  assert.deepEqual(
    components.map(({ filePath }) => filePath.replace('components/', '')).sort(),
    Object.keys(judged.files).sort(),
  );
  let actions = 0;
  let dependencies = 0;
  for (const component of components) {
    const below = component.filePath.replace('components/', '');
    const verdict = judged.files[below];
    assert.ok(verdict, below);
    assert.notEqual(component.status, 'error', below);
    const needs = (kind: string): string[] =>
      component.dependencies
        .filter((one) => one.kind === kind)
        .map(({ name, path: file }) =>
          kind === 'component' ? (file?.replace('components/', '') ?? `missing: ${name}`) : name,
        )
        .sort();
    assert.deepEqual(needs('component'), verdict.components, below);
    assert.deepEqual(needs('datasource'), verdict.datasources, below);
    const drawn = graph.edges.filter(
      ({ from, kind }) => from === component.filePath && kind === 'uses',
    );
    assert.deepEqual(
      drawn
        .map(({ to }) => to.replace('components/', '').replace('component:', 'missing: '))
        .sort(),
      verdict.components,
      below,
    );
    const asked = wholeGraph.edges.filter(
      ({ from, to }) => from === component.filePath && to.startsWith('datasource:'),
    );
    const sources = new Set(asked.map(({ to }) => to.replace('datasource:', '')));
    assert.deepEqual([...sources].sort(), verdict.datasources, below);
    dependencies += verdict.components.length + verdict.datasources.length;
    const own = endpoints
      .filter(({ componentId }) => componentId === component.id)
      .map(({ method, functionName, guard, params }) => ({ method, functionName, guard, params }));
    const isServed = !below.split('/').some((part) => part.startsWith('_'));
    const wanted = isServed ? expected(verdict) : [];
    const inOrder = (list: object[]): string[] => list.map((one) => canonical(one)).sort();
    assert.deepEqual(inOrder(own), inOrder(wanted), below);
    actions += isServed ? verdict.actions.length : 0;
  }
  for (const { path: address, filePath } of endpoints)
    assert.equal(`components/${judged.answers[sampleOf(address)] ?? ''}`, filePath, address);
  return { files: components.length, endpoints: endpoints.length, actions, dependencies };
}

/** JSON with the keys of objects in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

test('every page of the framework’s own application is what its parser says', async (t) => {
  const compared = await compare(t, await frameworkPages());
  assert.equal(compared.files, 17);
  assert.ok(compared.endpoints > 17 && compared.actions > 0, JSON.stringify(compared));
});

test('every page of the sample is what the framework’s parser says', async (t) => {
  const compared = await compare(t, path.resolve('samples/storefront'));
  assert.ok(compared.files >= 28 && compared.actions >= 10, JSON.stringify(compared));
  assert.ok(compared.dependencies >= 50, JSON.stringify(compared));
});
