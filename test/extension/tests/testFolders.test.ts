import assert from 'node:assert/strict';
import test from 'node:test';
import { foldersOf, type Folder } from '../../../src/extension/tests/testFolders.js';

const told = ({ label, folders, rows }: Folder<string>): unknown => [
  label,
  rows,
  folders.map(told),
];
const of = (...files: string[]): unknown =>
  told(foldersOf(files, (file) => file.slice(0, Math.max(0, file.lastIndexOf('/')))));

test('files lie in their folders, and folders in each other', () => {
  assert.deepEqual(of('a.q', 'tests/b.q', 'tests/admin/c.q', 'tests/d.q', 'tests/admin/e.q'), [
    '',
    ['a.q'],
    [
      [
        'tests',
        ['tests/b.q', 'tests/d.q'],
        [['admin', ['tests/admin/c.q', 'tests/admin/e.q'], []]],
      ],
    ],
  ]);
});

test('folders with nothing but one folder in them are one row, by its whole path', () => {
  assert.deepEqual(of('src/web/tests/a.q', 'src/web/tests/deep/er/b.q'), [
    '',
    [],
    [['src/web/tests', ['src/web/tests/a.q'], [['deep/er', ['src/web/tests/deep/er/b.q'], []]]]],
  ]);
  const [outermost] = foldersOf(['x/y/z.q'], () => 'x/y').folders;
  assert.equal(outermost?.path, 'x/y');
});
