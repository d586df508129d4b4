import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthOf, type HealthFacts } from '../../../src/extension/service/health.js';
import type { ServiceStatus } from '../../../src/protocol/service.js';
import { project } from '../support.js';

const connected = { kind: 'connected', status: {} as ServiceStatus } as const;
const facts: HealthFacts = { service: connected, isTrusted: true, isOurs: true, here: [project()] };
const kinds = (own: Partial<HealthFacts>): string[] =>
  healthOf({ ...facts, ...own }).problems.map(({ kind }) => kind);
const level = (own: Partial<HealthFacts>): string => healthOf({ ...facts, ...own }).level;

test('a window without Quantum in it shows nothing', () => {
  assert.equal(level({ isOurs: false, service: { kind: 'off' }, here: [] }), 'hidden');
});

test('everything is fine when the service answers and the project can run', () => {
  assert.equal(level({}), 'ok');
  assert.equal(healthOf(facts).name, 'shop');
  assert.equal(level({ service: { kind: 'connecting' } }), 'busy');
});

test('the worst of service and projects decides, and each problem is named', () => {
  assert.deepEqual(kinds({ isTrusted: false, service: { kind: 'off' } }), ['untrusted']);
  const failed = { kind: 'failed', message: 'no', logTail: [] } as const;
  assert.deepEqual(kinds({ service: failed }), ['service-failed']);
  assert.equal(level({ service: failed }), 'error');
  assert.equal(level({ service: { kind: 'reload-needed', serviceVersion: '9' } }), 'warning');
  const here = [
    project({ id: 1, frameworkVersion: null }),
    project({ id: 2, folderState: 'missing' }),
    project({ id: 3, folderState: 'moved' }),
  ];
  assert.deepEqual(kinds({ here }), ['framework-absent', 'folder-missing', 'folder-moved']);
  assert.equal(level({ here }), 'error');
  assert.equal(level({ here: [project({ frameworkVersion: null })] }), 'warning');
});

test('a deactivated project does not complain', () => {
  assert.equal(level({ here: [project({ status: 'inactive', folderState: 'missing' })] }), 'ok');
});
