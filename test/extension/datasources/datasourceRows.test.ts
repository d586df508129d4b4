import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contextOf,
  datasourceRows,
  type DatasourcesNode,
} from '../../../src/extension/datasources/datasourceRows.js';
import { project } from '../support.js';
import { byName, datasource, docker } from './given.js';

const names = (rows: readonly DatasourcesNode[]): string[] =>
  rows.map((row) => {
    if (row.kind === 'engine' || row.kind === 'byName') return row.kind;
    return row.kind === 'project' ? row.name : row.datasource.name;
  });

test('one project’s datasources stand without a row for it, by name and number', () => {
  const datasources = [10, 2, 1].map((n) => datasource({ id: n, name: `shop-db-${n}` }));
  const rows = datasourceRows([{ project: project(), datasources }], docker(true), null);
  assert.deepEqual(names(rows), ['shop-db-1', 'shop-db-2', 'shop-db-10']);
});

test('several projects have a row each, and those without datasources, too', () => {
  const rows = datasourceRows(
    [
      { project: project({ id: 1, name: 'shop' }), datasources: [datasource()] },
      { project: project({ id: 2, name: 'blog' }), datasources: [] },
    ],
    docker(true),
    null,
  );
  assert.deepEqual(names(rows), ['shop', 'blog']);
});

test('an engine that does not answer is said where a container needs it', () => {
  const of = (connectionType: 'docker' | 'file') =>
    datasourceRows(
      [{ project: project(), datasources: [datasource({ connectionType })] }],
      docker(false),
      null,
    ).map(({ kind }) => kind);
  assert.deepEqual(of('docker'), ['engine', 'datasource']);
  assert.deepEqual(of('file'), ['datasource']);
  assert.deepEqual(
    datasourceRows([{ project: project(), datasources: [] }], docker(false), null),
    [],
  );
});

test('that datasources are told by name stands last, for as long as it is so', () => {
  const of = (enabled: boolean): string[] =>
    names(
      datasourceRows(
        [{ project: project(), datasources: [datasource()] }],
        docker(false),
        byName(enabled),
      ),
    );
  assert.deepEqual(of(true), ['engine', 'shop-db', 'byName']);
  assert.deepEqual(of(false), ['engine', 'shop-db']);
});

test('menus offer what can be done now', () => {
  const words = (own: Parameters<typeof datasource>[0]): string[] =>
    contextOf(datasource(own))
      .split(' ')
      .filter((word) => word.startsWith('can-'));
  assert.deepEqual(words({ status: 'running' }), ['can-stop']);
  assert.deepEqual(words({ status: 'stopped', badge: 'stopped' }), ['can-start']);
  assert.deepEqual(words({ status: 'exited', badge: 'error' }), ['can-start']);
  assert.deepEqual(words({ status: 'starting', badge: 'working' }), []);
  assert.deepEqual(words({ status: 'running', jobId: 4 }), []);
  assert.deepEqual(words({ status: 'unknown', badge: 'unavailable' }), []);
  assert.deepEqual(words({ connectionType: 'file', type: 'sqlite' }), []);
});
