import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import { astNode } from '../../language/ast/treeBuilder.js';
import type { AstNode } from '../../protocol/ast.js';

const grammar = 'tree-sitter-quantum.wasm';
/** Longer ones hold others, which say what is in them. */
const shortNode = 80;
let loading: Promise<Parser> | undefined;

/** What the tree-sitter grammar reads in `text`: its named nodes, with their fields, and what it skips. */
export async function treeSitterNodes(text: string): Promise<readonly AstNode[]> {
  loading ??= load();
  const parser = await loading;
  const parsed = parser.parse(text);
  if (!parsed) return [];
  const cursor = parsed.walk();
  try {
    return nodesBelow(cursor, text);
  } finally {
    cursor.delete();
    parsed.delete();
  }
}

async function load(): Promise<Parser> {
  await Parser.init({ locateFile: runtimeFile });
  const parser = new Parser();
  parser.setLanguage(await Language.load(new Uint8Array(await readFile(grammarFile()))));
  return parser;
}

/** Beside the bundle when shipped; in the repository when run from the sources. */
function grammarFile(): string {
  const beside = path.join(__dirname, grammar);
  if (existsSync(beside)) return beside;
  return path.join(__dirname, '../../../grammars/tree-sitter-quantum/document', grammar);
}

function runtimeFile(): string {
  const beside = path.join(__dirname, 'web-tree-sitter.wasm');
  if (existsSync(beside)) return beside;
  return path.join(__dirname, '../../../node_modules/web-tree-sitter/web-tree-sitter.wasm');
}

/** Without recursion: a broken page may be thousands of elements deep. */
function nodesBelow(cursor: TreeCursor, text: string): AstNode[] {
  const nodes: AstNode[] = [];
  for (;;) {
    const node = nodeAt(cursor, text);
    if (node) nodes.push(node);
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return nodes;
  }
}

/** Null for punctuation. */
function nodeAt(cursor: TreeCursor, text: string): AstNode | null {
  const { nodeType, nodeIsNamed, nodeIsMissing, startIndex: start, endIndex: end } = cursor;
  const isBroken = nodeIsMissing || nodeType === 'ERROR';
  if (!nodeIsNamed && !isBroken) return null;
  const kind = nodeIsMissing ? `MISSING ${nodeType}` : nodeType;
  return astNode(
    cursor.currentDepth,
    kind,
    { start, end },
    {
      ...(cursor.currentFieldName === null ? {} : { field: cursor.currentFieldName }),
      ...(end - start <= shortNode ? { text: text.slice(start, end) } : {}),
      isBroken,
    },
  );
}
