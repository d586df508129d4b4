import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRows,
  componentRows,
  placeOfRow,
  type ComponentsNode,
} from '../../../src/extension/components/componentRows.js';
import { movesInto } from '../../../src/extension/components/movesInto.js';
import type { ComponentKind } from '../../../src/protocol/components.js';
import { project } from '../support.js';
import { component } from './scanned.js';

const files: Record<string, ComponentKind> = {
  'components/_parts/Card.q': 'part',
  'components/_parts/small/Tag.q': 'part',
  'components/orders/index.q': 'page',
  'components/index.q': 'page',
  'components/about.q': 'page',
  'old/page.q': 'outside',
  'app.q': 'application',
};
const components = Object.entries(files).map(([filePath, kind], at) =>
  component({ id: at + 1, filePath, kind }),
);
const shop = { project: project(), watch: 'watching', components, endpoints: [] } as const;
const blog = { ...shop, project: project({ id: 2, name: 'blog' }) };
const rows = allRows(componentRows([shop, blog], ''));

/** The row at a path of a project. */
function at(place: string, projectId = 1): ComponentsNode {
  const found = rows.find(
    (row) =>
      row.projectId === projectId && (row.kind === 'project' ? '' : placeOfRow(row)) === place,
  );
  assert.ok(found, place);
  return found;
}

const moved = (target: string, ...chosen: string[]): unknown =>
  movesInto(
    chosen.map((place) => at(place)),
    at(target),
  );

test('files and folders go into the folder they are dropped on, or into that of the file they are dropped on', () => {
  const move = { from: 'components/about.q', to: 'components/orders/about.q' };
  assert.deepEqual(moved('components/orders', 'components/about.q'), [move]);
  assert.deepEqual(moved('components/orders/index.q', 'components/about.q'), [move]);
  assert.deepEqual(moved('components', 'components/_parts/small', 'components/_parts/Card.q'), [
    { from: 'components/_parts/small', to: 'components/small' },
    { from: 'components/_parts/Card.q', to: 'components/Card.q' },
  ]);
});

test('what lies in a folder that is moved as well goes with it, and what is there already stays', () => {
  assert.deepEqual(
    moved(
      'components/orders',
      'components/_parts/Card.q',
      'components/_parts',
      'components/orders/index.q',
    ),
    [{ from: 'components/_parts', to: 'components/orders/_parts' }],
  );
});

test('what cannot be moved says why, and then nothing is', () => {
  const refused = (reason: string, name: string) => ({ reason, name });
  assert.deepEqual(movesInto([at('components/about.q')], undefined), refused('no-folder', ''));
  assert.deepEqual(moved('components', ''), refused('is-project', 'shop'));
  assert.deepEqual(
    movesInto([at('components/about.q')], at('components/orders', 2)),
    refused('other-project', 'about.q'),
  );
  assert.deepEqual(
    moved('components/_parts/small', 'components/about.q', 'components/_parts'),
    refused('into-itself', '_parts'),
  );
  assert.deepEqual(
    moved('components/orders', 'components/orders/index.q'),
    refused('there-already', 'components/orders'),
  );
  assert.deepEqual(
    moved('components/orders', 'components/index.q'),
    refused('name-taken', 'index.q'),
  );
  assert.deepEqual(
    moved('components/_parts/small', 'components/index.q', 'components/orders/index.q'),
    refused('same-name', 'index.q'),
  );
});

test('nothing goes where the framework does not look', () => {
  for (const target of ['old', 'old/page.q', '', 'app.q']) {
    const answer = moved(target, 'components/about.q');
    assert.equal(Reflect.get(Object(answer), 'reason'), 'outside', target);
  }
});
