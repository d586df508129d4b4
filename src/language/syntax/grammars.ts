import { existsSync } from 'node:fs';
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

/** The two grammars of `grammars/tree-sitter-quantum`, ready to parse with. */
export interface Grammars {
  /** Whole `.q` documents. */
  readonly document: Language;
  /** What stands between braces, and in attributes that are expressions. */
  readonly expression: Language;
}

let loading: Promise<Grammars> | undefined;

/**
 * Loads the runtime and both grammars, once per process.
 * @throws Error when a `.wasm` file is neither beside the bundle nor in the sources.
 */
export function loadGrammars(): Promise<Grammars> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Grammars> {
  await Parser.init({
    locateFile: () => find('web-tree-sitter.wasm', 'node_modules/web-tree-sitter'),
  });
  const [document, expression] = await Promise.all([
    Language.load(find('tree-sitter-quantum.wasm', 'grammars/tree-sitter-quantum/document')),
    Language.load(
      find('tree-sitter-quantum_expression.wasm', 'grammars/tree-sitter-quantum/expression'),
    ),
  ]);
  return { document, expression };
}

/** Beside the bundle in what ships; where the sources have it when run from them. */
function find(name: string, sourceFolder: string): string {
  const shipped = path.join(__dirname, name);
  return existsSync(shipped) ? shipped : path.join(__dirname, '../../..', sourceFolder, name);
}
