import path from 'node:path';
import { root } from '../../scripts/lib/paths.js';
import type { BenchResult } from '../bench.js';
import { largePage } from '../support/largePage.js';
import { introduced, startProcess, type RpcProcess } from '../support/lspProcess.js';

const cycles = 1000;
/** Code that is compiled late and caches that fill once are no leak. */
const warmUp = 1000;

/** The server's heap after documents were opened, edited and closed a thousand times, beside that before. */
export async function openAndClose(): Promise<BenchResult[]> {
  const probe = path.join(root, 'bench', 'support', 'heapProbe.ts');
  const server = startProcess([
    '--expose-gc',
    '--import',
    'tsx',
    '--import',
    probe,
    path.join(root, 'dist', 'server.js'),
    '--stdio',
  ]);
  try {
    await introduced(server, [], { textDocument: { diagnostic: {} } });
    const text = largePage(500);
    for (let at = 0; at < warmUp; at += 1) await cycle(server, at, text);
    const before = await server.heapUsed();
    for (let at = 0; at < cycles; at += 1) await cycle(server, warmUp + at, text);
    const after = await server.heapUsed();
    const ratio = after / before;
    return [
      {
        name: `heap after ${cycles} times open, edit, close`,
        value: after / 1e6,
        unit: 'MB',
        n: cycles,
        spread: 0,
        floor: before / 1e6,
        ratio,
        target: '≤ 1.25 x before',
        ok: ratio <= 1.25,
      },
    ];
  } finally {
    server.end();
  }
}

async function cycle({ connection }: RpcProcess, at: number, text: string): Promise<void> {
  const uri = `file:///pages/page${at}.q`;
  const ask = { textDocument: { uri } };
  const document = { uri, languageId: 'quantum', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument: document });
  await connection.sendRequest('textDocument/diagnostic', ask);
  const place = { line: 1, character: 0 };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: place, end: place }, text: '<p>{row.name}' }],
  });
  await connection.sendRequest('textDocument/diagnostic', ask);
  await connection.sendRequest('textDocument/completion', { ...ask, position: place });
  await connection.sendNotification('textDocument/didClose', ask);
}
