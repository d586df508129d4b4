import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Parser, type Node as TreeNode } from 'web-tree-sitter';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { childElements, endOfNode, type Element } from '../../../src/language/syntax/element.js';
import { loadGrammars } from '../../support/grammars.js';

const samples = path.join(import.meta.dirname, '../../../samples');
const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.q') && !file.endsWith('.test.q'))
  .sort();

const elementKinds = new Set(['element', 'raw_element', 'void_element', 'self_closing_element']);

/** `name start end` of every element, outer ones first, as the grammar reads them. */
function byGrammar(node: TreeNode, into: string[]): string[] {
  if (elementKinds.has(node.type)) {
    const name = node.descendantsOfType('tag_name')[0]?.text ?? '';
    into.push(`${name} ${node.startIndex} ${node.endIndex}`);
  }
  for (const child of node.namedChildren) byGrammar(child, into);
  return into;
}

function byReader(element: Element, into: string[]): string[] {
  into.push(`${element.tag.name} ${element.tag.start} ${endOfNode(element)}`);
  for (const child of childElements(element)) byReader(child, into);
  return into;
}

describe('the reader and the grammar', () => {
  it('find the same elements in every page of the samples', async () => {
    const { document } = await loadGrammars();
    const parser = new Parser();
    parser.setLanguage(document);
    assert.ok(files.length > 50, `only ${files.length} pages`);
    for (const file of files) {
      const text = readFileSync(path.join(samples, file), 'utf8');
      const tree = parser.parse(text)!;
      const ours = new SyntaxDocument(text, 'page').roots.flatMap((root) => byReader(root, []));
      assert.deepEqual(ours, byGrammar(tree.rootNode, []), file);
      tree.delete();
    }
    parser.delete();
  });
});
