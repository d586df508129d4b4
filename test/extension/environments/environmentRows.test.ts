import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contextOf,
  environmentRows,
  shownValue,
  type EnvironmentsNode,
} from '../../../src/extension/environments/environmentRows.js';
import { project } from '../support.js';
import { environment, variable } from './given.js';

/** Rows with what stands below them, by their words. */
const words = (rows: readonly EnvironmentsNode[]): unknown[] =>
  rows.map((row) => {
    if (row.kind === 'variable') return row.variable.key;
    const name = row.kind === 'project' ? row.name : row.kind;
    return { [row.kind === 'environment' ? row.environment.name : name]: words(row.children) };
  });

const dev = environment({ id: 1, name: 'dev' });
const staging = environment({ id: 2, name: 'staging', position: 2 });

test('one project’s environments stand in their order, after what it has everywhere', () => {
  const variables = [
    variable({ id: 1, key: 'B' }),
    variable({ id: 2, key: 'A' }),
    variable({ id: 3, key: 'C', environmentId: 2 }),
  ];
  const places = { environments: [dev, staging], variables };
  assert.deepEqual(words(environmentRows([{ project: project(), places }])), [
    { all: ['A', 'B'] },
    { dev: [] },
    { staging: ['C'] },
  ]);
});

test('several projects have a row each, and those that have nothing, too', () => {
  const shop = { environments: [dev], variables: [] };
  const nothing = { environments: [], variables: [] };
  const rows = environmentRows([
    { project: project({ id: 1, name: 'shop' }), places: shop },
    { project: project({ id: 2, name: 'blog' }), places: nothing },
    { project: project({ id: 3, name: 'unread' }), places: null },
  ]);
  assert.deepEqual(words(rows), [
    { shop: [{ all: [] }, { dev: [] }] },
    { blog: [{ all: [] }] },
    { unread: [] },
  ]);
});

test('where nothing is, no row stands, and the welcome text has the room', () => {
  const nothing = { environments: [], variables: [] };
  assert.deepEqual(environmentRows([{ project: project(), places: nothing }]), []);
  assert.deepEqual(environmentRows([{ project: project(), places: null }]), []);
  const one = { environments: [], variables: [variable()] };
  assert.deepEqual(words(environmentRows([{ project: project(), places: one }])), [
    { all: ['GREETING'] },
  ]);
});

test('a value that the environment in use has for itself is said where the project’s stands', () => {
  const variables = [
    variable({ id: 1, key: 'GREETING' }),
    variable({ id: 2, key: 'NAME' }),
    variable({ id: 3, key: 'GREETING', environmentId: 2 }),
  ];
  const givenBy = (inUse: boolean) => {
    const environments = [dev, { ...staging, inUse }];
    const [all] = environmentRows([{ project: project(), places: { environments, variables } }]);
    assert.ok(all?.kind === 'all');
    return all.children.map((row) => row.givenBy);
  };
  assert.deepEqual(givenBy(false), [null, null]);
  assert.deepEqual(givenBy(true), ['staging', null]);
});

test('of a secret a row says nothing, not even how long it is', () => {
  const secret = (value: string | null) => shownValue(variable({ isSecret: true, value }));
  assert.equal(secret(null), '••••••');
  assert.equal(secret('never-to-be-seen'), '••••••');
});

test('a value stands on one line', () => {
  assert.equal(shownValue(variable({ value: 'one\ntwo' })), 'one two');
  const long = shownValue(variable({ value: 'x'.repeat(1000) }));
  assert.ok(long.length === 80 && long.endsWith('x…'), long);
});

test('menus offer what can be done now', () => {
  const url = 'https://shop.example.com/';
  const environments = [
    environment({ id: 1, position: 1, inUse: true }),
    environment({ id: 2, position: 2, url }),
    environment({ id: 3, position: 3 }),
  ];
  const variables = [variable({ id: 1 }), variable({ id: 2, key: 'T', isSecret: true })];
  const rows = environmentRows([{ project: project(), places: { environments, variables } }]);
  assert.deepEqual(rows.map(contextOf), [
    'all',
    'environment in-use can-move-down',
    'environment can-use has-url can-move-up can-move-down',
    'environment can-use can-move-up',
  ]);
  const [all] = rows;
  assert.ok(all?.kind === 'all');
  assert.deepEqual(all.children.map(contextOf), ['variable plain', 'variable secret']);
});
