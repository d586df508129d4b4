import assert from 'node:assert/strict';
import test from 'node:test';
import type { AstNode } from '../../../src/protocol/ast.js';
import { keyAction } from '../../../webviews/ast/keys.js';
import { TreeModel } from '../../../webviews/ast/treeModel.js';

/** `  kind text 3-9` a line, two blanks a level. */
function nodesOf(text: string): AstNode[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, blanks = '', kind = '', name, start, end] =
        /^( *)(\w+)(?: ([a-z]+))?(?: (\d+)-(\d+))?$/.exec(line) ?? [];
      return {
        depth: blanks.length / 2,
        kind,
        ...(name === undefined ? {} : { text: name }),
        ...(start === undefined ? {} : { start: Number(start), end: Number(end) }),
      };
    });
}

const page = nodesOf(`
document 0-40
  element a 0-20
    attribute x 3-6
    text hi 8-10
    element b 10-16
  element c 20-40
    mapping
      value deep
`);
const kinds = (model: TreeModel): string[] =>
  model.rows.map((row) => {
    const { kind, text } = model.nodes[row] ?? {};
    return `${kind} ${text ?? ''}`.trim();
  });
const press = (model: TreeModel, active: number, key: string, ctrlKey = false) =>
  keyAction({ key, ctrlKey, metaKey: false }, { model, active, page: 3 });

test('few nodes are open at first, and closing one hides all in it', () => {
  const model = new TreeModel(page);
  assert.equal(model.rows.length, page.length);
  model.setOpen(1, false);
  assert.deepEqual(kinds(model), ['document', 'element a', 'element c', 'mapping', 'value deep']);
});

test('of many nodes the first levels are open, and a node deep down is revealed by opening what is around it', () => {
  const many = nodesOf(`document\n${'  section\n    element\n      leaf\n'.repeat(5_000)}`);
  const model = new TreeModel(many);
  assert.equal(model.rows.length, 5_001);
  model.reveal(many.length - 1);
  assert.equal(model.rows.length, 5_003);
  assert.equal(model.rows.at(-1), many.length - 1);
});

test('a place belongs to the smallest node that holds it, a caret between two to the one behind it', () => {
  const model = new TreeModel(page);
  const at = (start: number, end = start): string | undefined => {
    const node = model.nodes[model.nodeAt(start, end)];
    return node && `${node.kind} ${node.text ?? ''}`.trim();
  };
  assert.equal(at(4), 'attribute x');
  assert.equal(at(10), 'element b');
  assert.equal(at(16), 'element a');
  assert.equal(at(20), 'element c');
  assert.equal(at(40), 'element c');
  assert.equal(at(8, 10), 'text hi');
  assert.equal(at(4, 9), 'element a');
  assert.equal(at(0, 40), 'document');
  assert.equal(at(41), undefined);
});

test('a node without a place has that of what is around it', () => {
  assert.deepEqual(new TreeModel(page).spanOf(7), { start: 20, end: 40 });
  assert.equal(new TreeModel(nodesOf('mapping')).spanOf(0), null);
});

test('what a person closed stays closed in the tree of a later text, where nodes of its name came before it', () => {
  const model = new TreeModel(page);
  model.setOpen(5, false);
  const later = model.with(
    nodesOf(`
document 0-50
  comment
  element a 0-20
  element c 20-40
    mapping
      value deep
`),
  );
  assert.deepEqual(kinds(later), ['document', 'comment', 'element a', 'element c']);
});

test('a search finds by field, kind and text, whatever the case', () => {
  const model = new TreeModel([...page, { depth: 1, field: 'Left', kind: 'name', text: 'stock' }]);
  assert.deepEqual(model.find('ELEMENT '), [1, 4, 5]);
  assert.deepEqual(model.find('left: name st'), [8]);
  assert.deepEqual(model.find('  '), []);
});

test('a node is copied with all in it, a tree whole', () => {
  const model = new TreeModel(page);
  assert.deepEqual(model.copy(5), {
    kind: 'element',
    text: 'c',
    start: 20,
    end: 40,
    children: [{ kind: 'mapping', children: [{ kind: 'value', text: 'deep' }] }],
  });
  assert.deepEqual(
    model.copyAll().map(({ kind, children }) => [kind, children?.length]),
    [['document', 2]],
  );
});

test('a node knows which of its siblings it is', () => {
  assert.deepEqual(new TreeModel(page).placeOf(4), { position: 3, size: 3 });
});

test('keys go through the rows that are seen, in and out, and do what a tree does', () => {
  const model = new TreeModel(page);
  assert.equal(press(model, 0, 'ArrowDown'), 1);
  assert.equal(press(model, 0, 'ArrowUp'), 0);
  assert.equal(press(model, 0, 'End'), 7);
  assert.equal(press(model, 7, 'Home'), 0);
  assert.equal(press(model, 6, 'PageUp'), 3);
  assert.equal(press(model, 1, 'ArrowLeft'), 'close');
  model.setOpen(1, false);
  assert.equal(press(model, 1, 'ArrowDown'), 5);
  assert.equal(press(model, 1, 'ArrowRight'), 'open');
  assert.equal(press(model, 1, 'ArrowLeft'), 0);
  assert.equal(press(model, 5, 'ArrowRight'), 6);
  assert.equal(press(model, 7, 'ArrowRight'), 7);
  assert.equal(press(model, 7, 'Enter'), 'choose');
  assert.equal(press(model, 7, ' '), 'choose');
  assert.equal(press(model, 7, 'c', true), 'copy');
  assert.equal(press(model, 7, 'f', true), null);
  assert.equal(press(model, 7, 'c'), null);
  assert.equal(press(model, 0, '*'), 'openSiblings');
});

test('all is closed but the outermost, and siblings are opened together', () => {
  const model = new TreeModel(page);
  model.closeAll();
  assert.deepEqual(kinds(model), ['document', 'element a', 'element c']);
  model.openSiblings(1);
  assert.equal(model.rows.length, 7);
});
