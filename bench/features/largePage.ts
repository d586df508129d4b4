import path from 'node:path';
import { root } from '../../scripts/lib/paths.js';
import { LineTable } from '../../src/language/text/lineTable.js';
import type { BenchResult } from '../bench.js';
import { largePage } from '../support/largePage.js';
import { introduced, startProcess, type RpcProcess } from '../support/lspProcess.js';
import { requestResult } from './requests.js';

const uri = 'file:///large/page.q';
const rounds = 400;

/** Asked right behind a key, in a page of 10,000 lines; floor: tree-sitter's parse of that key, over the same pipes. */
export async function largePageFeatures(): Promise<BenchResult[]> {
  const text = largePage(10_000);
  const product = startProcess([path.join(root, 'dist', 'server.js'), '--stdio']);
  const bare = startProcess([
    '--import',
    'tsx',
    path.join(root, 'bench/floors/treeSitterServer.ts'),
  ]);
  try {
    await introduced(product, [], {});
    const textDocument = { uri, languageId: 'quantum', version: 1, text };
    await product.connection.sendNotification('textDocument/didOpen', { textDocument });
    await bare.connection.sendRequest('open', text);
    return await asked(product, bare, text);
  } finally {
    product.end();
    bare.end();
  }
}

async function asked(product: RpcProcess, bare: RpcProcess, text: string): Promise<BenchResult[]> {
  const lines = text.split('\n');
  // Expressions all over the page: the caret stands behind `{row.`, the key is written there.
  const places = lines.flatMap((line, at) => (line.includes('<p>{row.name}') ? [at] : []));
  const table = new LineTable(text);
  const samples: Record<string, number[]> = {
    completion: [],
    hover: [],
    definition: [],
    tokens: [],
  };
  const floors: number[] = [];
  let version = 1;
  let tokens = await product.connection.sendRequest<{ resultId: string }>(
    'textDocument/semanticTokens/full',
    { textDocument: { uri } },
  );
  const measured = async (name: string, method: string, more: object): Promise<unknown> => {
    const begin = performance.now();
    const answer = await product.connection.sendRequest(method, { textDocument: { uri }, ...more });
    samples[name]?.push(performance.now() - begin);
    return answer;
  };
  for (let round = 0; round < rounds; round += 1) {
    const line = places[Math.floor((places.length * (round + 0.5)) / rounds)] ?? 0;
    const character = (lines[line]?.indexOf('{row.') ?? 0) + '{row.'.length;
    const position = { line, character };
    const begin = performance.now();
    await bare.connection.sendRequest(
      'key',
      table.startOf(line, text) + character,
      line,
      character,
      'n',
    );
    floors.push(performance.now() - begin);
    version += 1;
    await product.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: 'n' }],
    });
    await measured('completion', 'textDocument/completion', { position });
    await measured('hover', 'textDocument/hover', { position: { line, character: character - 2 } });
    await measured('definition', 'textDocument/definition', {
      position: { line, character: character - 2 },
    });
    tokens = (await measured('tokens', 'textDocument/semanticTokens/full/delta', {
      previousResultId: tokens.resultId,
    })) as { resultId: string };
    const end = { line, character: character + 1 };
    version += 1;
    await product.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end }, text: '' }],
    });
  }
  return Object.entries(samples).map(([name, values]) =>
    requestResult(`${name} behind a key, 10,000 lines`, values, floors, 30),
  );
}
