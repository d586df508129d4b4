import path from 'node:path';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';

/** The least a server can do after a key: parse again what changed, over the same pipes, and say so. */
async function main(): Promise<void> {
  await Parser.init();
  const grammar = 'grammars/tree-sitter-quantum/document/tree-sitter-quantum.wasm';
  const language = await Language.load(path.join(import.meta.dirname, '..', '..', grammar));
  const parser = new Parser().setLanguage(language);
  let text = '';
  let tree: Tree | null = null;
  const connection = createMessageConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  connection.onRequest('open', (opened: string) => {
    text = opened;
    tree = parser.parse(text);
    return true;
  });
  connection.onRequest('key', (at: number, line: number, character: number, key: string) => {
    text = text.slice(0, at) + key + text.slice(at);
    const row = { row: line, column: character };
    const edit = new Edit({
      startIndex: at,
      oldEndIndex: at,
      newEndIndex: at + key.length,
      startPosition: row,
      oldEndPosition: row,
      newEndPosition: { row: line, column: character + key.length },
    });
    tree?.edit(edit);
    const next = parser.parse(text, tree);
    tree?.delete();
    tree = next;
    return true;
  });
  connection.listen();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
