import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ownTree } from '../../../src/language/ast/ownTree.js';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import type { AstNode } from '../../../src/protocol/ast.js';

const treeOf = (text: string, dialect: 'page' | 'test' = 'page'): readonly AstNode[] =>
  ownTree(new SyntaxDocument(text, dialect), catalogueFor(null));

/** A tree as it is indented: `field: kind text`. */
const drawn = (nodes: readonly AstNode[]): string[] =>
  nodes.map(({ depth, field, kind, text, isBroken }) =>
    [
      '  '.repeat(depth),
      field === undefined ? '' : `${field}: `,
      kind,
      text === undefined ? '' : ` ${text}`,
      isBroken === true ? ' !' : '',
    ].join(''),
  );

describe('our tree of a page', () => {
  it('has its elements as the framework takes them, their attributes, and expressions down to names', () => {
    const text = `<q:component name="Shop">
  <q:if condition="user.role == 'admin'"><b class="x">Hi {upper(name, n=2)}!</b></q:if>
</q:component>`;
    assert.deepEqual(drawn(treeOf(text)), [
      'document',
      '  root q:component',
      '    attribute name="Shop"',
      '    statement q:if',
      `      attribute condition="user.role == 'admin'"`,
      `        condition user.role == 'admin'`,
      '          value: comparison ==',
      '            operand: member .role',
      '              object: name user',
      '              property: identifier role',
      '            operand: string "admin"',
      '      element b',
      '        attribute class="x"',
      '        text Hi {upper(name, n=2)}!',
      '          expression upper(name, n=2)',
      '            value: call',
      '              callee: name upper',
      '              argument: argument',
      '                value: name name',
      '              argument: argument',
      '                name: identifier n',
      '                value: number 2',
    ]);
  });

  it('keeps a broken page: what is not closed, and what is no expression, is marked', () => {
    const broken = drawn(treeOf('<q:component name="a"><q:set name="n" value="{1 +}" /><div>'));
    assert.deepEqual(
      broken.filter((line) => line.endsWith(' !')),
      [
        '  root q:component !',
        '        expression 1 + !',
        '            right: missing !',
        '    element div !',
      ],
    );
  });

  it('reads a test file, where braces are text', () => {
    const lines = drawn(treeOf('<q:test name="{a}" page="/" />', 'test'));
    assert.deepEqual(lines.slice(2), ['    attribute name="{a}"', '    attribute page="/"']);
  });

  it('has every element of a page that is deeper than anybody writes', () => {
    const text = `${'<div>'.repeat(20_000)}${'</div>'.repeat(20_000)}`;
    assert.equal(treeOf(text).filter(({ text }) => text === 'div').length, 20_000);
  });

  it('holds each node within the one around it, in the order of the text, in every page of the sample shop', async () => {
    const folder = path.resolve('samples/storefront/components');
    const names = (await readdir(folder, { recursive: true })).filter((one) => one.endsWith('.q'));
    assert.ok(names.length > 10);
    for (const name of names) {
      const text = await readFile(path.join(folder, name), 'utf8');
      const around: AstNode[] = [];
      for (const node of treeOf(text)) {
        around.length = node.depth;
        const parent = around.at(-1);
        const { start = -1, end = -1 } = node;
        assert.ok(start >= 0 && start <= end && end <= text.length, `${name}: ${node.kind}`);
        if (parent)
          assert.ok(
            (parent.start ?? 0) <= start && end <= (parent.end ?? 0),
            `${name}: ${parent.kind} ${parent.text ?? ''} > ${node.kind} ${node.text ?? ''}`,
          );
        if (node.kind === 'name') assert.equal(text.slice(start, end), node.text);
        around.push(node);
      }
    }
  });
});
