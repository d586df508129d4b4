import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

/** The two grammars of `grammars/tree-sitter-quantum`, ready to parse with. */
export interface Grammars {
  /** Whole `.q` documents. */
  readonly document: Language;
  /** What stands between braces, and in attributes that are expressions. */
  readonly expression: Language;
}

const home = path.join(import.meta.dirname, '../../grammars/tree-sitter-quantum');
let loading: Promise<Grammars> | undefined;

/** Loads the runtime and both grammars, once per process. */
export function loadGrammars(): Promise<Grammars> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Grammars> {
  await Parser.init();
  const [document, expression] = await Promise.all([
    Language.load(path.join(home, 'document', 'tree-sitter-quantum.wasm')),
    Language.load(path.join(home, 'expression', 'tree-sitter-quantum_expression.wasm')),
  ]);
  return { document, expression };
}
