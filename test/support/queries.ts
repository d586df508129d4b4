import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser, Query, type Language, type Node } from 'web-tree-sitter';
import type { Grammars } from './grammars.js';

const home = path.join(import.meta.dirname, '../../grammars/tree-sitter-quantum');

/** A query file of a grammar, compiled. @throws QueryError naming what is wrong and where. */
export async function loadQuery(
  grammars: Grammars,
  folder: keyof Grammars,
  name: string,
): Promise<Query> {
  const file = path.join(home, folder, 'queries', `${name}.scm`);
  return new Query(grammars[folder], await readFile(file, 'utf8'));
}

export interface Capture {
  readonly name: string;
  /** UTF-16 offsets in the document. */
  readonly start: number;
  readonly end: number;
  /** `injection.language`, where the pattern sets it. */
  readonly language?: string;
}

/** What `query` captures in `text`, in the order of the document; helpers of patterns (`_name`) left out. */
export function capturesOf(query: Query, language: Language, text: string, from = 0): Capture[] {
  const parser = new Parser();
  parser.setLanguage(language);
  const tree = parser.parse(text);
  parser.delete();
  if (!tree) throw new Error('no tree');
  const captures = query
    .captures(tree.rootNode)
    .filter(({ name }) => !name.startsWith('_'))
    .map(({ name, node, setProperties }) => capture(name, node, from, setProperties));
  tree.delete();
  return captures;
}

function capture(
  name: string,
  node: Node,
  from: number,
  properties: Readonly<Record<string, string | null>> | undefined,
): Capture {
  const language = properties?.['injection.language'];
  const place = { name, start: from + node.startIndex, end: from + node.endIndex };
  return typeof language === 'string' ? { ...place, language } : place;
}

export interface Queries {
  readonly highlights: Query;
  readonly injections: Query;
  readonly expression: Query;
}

/** The captures of the document and of every expression in it, as an editor lays them over each other. */
export function highlightsOf(queries: Queries, grammars: Grammars, text: string): Capture[] {
  const injected = capturesOf(queries.injections, grammars.document, text);
  return [
    ...capturesOf(queries.highlights, grammars.document, text),
    ...injected
      .filter(({ language }) => language === 'quantum_expression')
      .flatMap(({ start, end }) =>
        capturesOf(queries.expression, grammars.expression, text.slice(start, end), start),
      ),
  ];
}
