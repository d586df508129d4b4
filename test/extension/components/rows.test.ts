import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  componentRows,
  rowOfFile,
  type ComponentsNode,
} from '../../../src/extension/components/componentRows.js';
import { endpointRows, reachOf } from '../../../src/extension/components/endpointRows.js';
import type { ScannedProject } from '../../../src/extension/components/componentsModel.js';
import { project } from '../support.js';
import { component, endpoint } from './scanned.js';

const files = ['components/zoo.q', 'components/_parts/Card.q', 'components/about.q', 'app.q'];
const components = files.map((filePath, at) =>
  component({ id: at + 1, filePath, name: filePath.replace(/^.*\/|\.q$/g, '') }),
);
const shop: ScannedProject = {
  ...{ project: project(), watch: 'watching', components, endpoints: [endpoint()] },
};
const blog = { ...shop, project: project({ id: 2, name: 'blog' }) };

/** Rows as indented lines. */
function lines(rows: readonly ComponentsNode[], indent = ''): string[] {
  return rows.flatMap((row) =>
    row.kind === 'component'
      ? [`${indent}${row.component.name}`]
      : [`${indent}${row.name}/`, ...lines(row.children, `${indent}  `)],
  );
}

test('folders come before files, both by name, and the only project has no row of its own', () => {
  assert.deepEqual(lines(componentRows([shop], '')), [
    ...['components/', '  _parts/', '    Card', '  about', '  zoo', 'app'],
  ]);
  assert.deepEqual(lines(componentRows([shop, blog], '')).slice(0, 2), ['shop/', '  components/']);
});

test('a filter leaves the files that have all its words, and the folders on the way to them', () => {
  assert.deepEqual(lines(componentRows([shop], 'CARD parts')), [
    ...['components/', '  _parts/', '    Card'],
  ]);
  assert.deepEqual(componentRows([shop], 'nothing'), []);
});

test('every row knows the way to the top, so that a file can be revealed', () => {
  const rows = componentRows([shop, blog], '');
  const card = rowOfFile(rows, 2, 'components/_parts/Card.q');
  const names: string[] = [];
  for (let at: ComponentsNode | null = card ?? null; at;) {
    names.push(at.kind === 'component' ? at.component.name : at.name);
    at = at.kind === 'project' ? null : at.parent;
  }
  assert.deepEqual(names, ['Card', '_parts', 'components', 'blog']);
  assert.equal(rowOfFile(rows, 2, 'components/gone.q'), undefined);
});

test('what anyone may look at, run, or change tables by is told apart', () => {
  const guard = { role: null, permission: null };
  const writes = ['orders'];
  const save = { method: 'POST', functionName: 'save' };
  assert.equal(reachOf(endpoint()), 'open');
  assert.equal(reachOf(endpoint(save)), 'open-action');
  assert.equal(reachOf(endpoint({ ...save, writes })), 'open-writes');
  assert.equal(reachOf(endpoint({ writes })), 'open-writes', 'a page that changes by being drawn');
  assert.equal(reachOf(endpoint({ ...save, guard, writes })), 'guarded');
});

test('endpoints of several projects stand below their project', () => {
  assert.deepEqual(
    endpointRows([shop]).map(({ kind }) => kind),
    ['endpoint'],
  );
  assert.deepEqual(
    endpointRows([shop, blog]).map((row) => row.kind === 'project' && row.children.length),
    [1, 1],
  );
});
