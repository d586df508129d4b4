import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.js';
import { LineTable } from '../../src/language/text/lineTable.js';
import { quantile, spread, type BenchResult } from '../bench.js';
import { largePage } from '../support/largePage.js';
import { introduced, startProcess, type RpcProcess } from '../support/lspProcess.js';

interface Trace {
  readonly name: string;
  readonly keys: string;
}

const places = { top: 0.01, middle: 0.5, end: 0.99 } as const;
const uri = 'file:///large/page.q';

/** From a key to its findings at the client, in a page of 10,000 lines; floor: tree-sitter's parse alone. */
export async function typing(): Promise<BenchResult[]> {
  const file = path.join(root, 'bench', 'traces', 'structural.json');
  const traces = JSON.parse(await readFile(file, 'utf8')) as Trace[];
  const text = largePage(10_000);
  const product = startProcess([path.join(root, 'dist', 'server.js'), '--stdio']);
  const bare = startProcess([
    '--import',
    'tsx',
    path.join(root, 'bench/floors/treeSitterServer.ts'),
  ]);
  try {
    await introduce(product, text);
    await bare.connection.sendRequest('open', text);
    const results: BenchResult[] = [];
    for (const [place, share] of Object.entries(places)) {
      for (const { name, keys } of traces) {
        const at = lineNear(text, share);
        const floors = await floorKeys(bare, text, at, keys);
        const { samples, completions } = await typed(product, text, at, keys);
        results.push(
          ...percentiles(`key to findings, ${name} at the ${place}`, samples, floors, [5, 16]),
          ...percentiles(`completion, ${name} at the ${place}`, completions, null, [null, 30]),
        );
      }
    }
    return results;
  } finally {
    product.end();
    bare.end();
  }
}

async function introduce(server: RpcProcess, text: string): Promise<void> {
  await introduced(server, [], { textDocument: { diagnostic: {} } });
  const textDocument = { uri, languageId: 'quantum', version: 1, text };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
}

let version = 1;

async function typed(
  { connection }: RpcProcess,
  text: string,
  line: number,
  keys: string,
): Promise<{ samples: number[]; completions: number[] }> {
  const change = (range: object | null, typed: string): Promise<void> => {
    version += 1;
    return connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text: typed } : { text: typed }],
    });
  };
  const ask = (): Promise<unknown> =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const samples: number[] = [];
  const completions: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    for (const [character, key] of keys.split('').entries()) {
      const position = { line, character };
      const begin = performance.now();
      await change({ start: position, end: position }, key);
      await ask();
      samples.push(performance.now() - begin);
      const asked = performance.now();
      await connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line, character: character + 1 },
      });
      completions.push(performance.now() - asked);
    }
    await change(null, text);
    await ask();
  }
  return { samples, completions };
}

async function floorKeys(
  { connection }: RpcProcess,
  text: string,
  line: number,
  keys: string,
): Promise<number[]> {
  const start = new LineTable(text).startOf(line, text);
  const samples: number[] = [];
  await connection.sendRequest('open', text);
  for (const [character, key] of keys.split('').entries()) {
    const begin = performance.now();
    await connection.sendRequest('key', start + character, line, character, key);
    samples.push(performance.now() - begin);
  }
  return samples;
}

/** A line between two elements, at that share of the text. */
function lineNear(text: string, share: number): number {
  const lines = text.split('\n');
  const from = Math.floor(lines.length * share);
  return lines.findIndex((line, at) => at >= from && line.startsWith('  <q:query'));
}

function percentiles(
  name: string,
  samples: readonly number[],
  floors: readonly number[] | null,
  limits: readonly [number | null, number],
): BenchResult[] {
  return ([0.5, 0.99] as const).flatMap((p, at): BenchResult[] => {
    const limit = limits[at] ?? null;
    if (limit === null) return [];
    const value = quantile(samples, p);
    const floor = floors ? quantile(floors, p) : null;
    return [
      {
        name: `${name}, p${p * 100}`,
        value,
        unit: 'ms',
        n: samples.length,
        spread: spread(samples),
        floor,
        ratio: floor === null ? null : value / floor,
        target: `≤ ${limit} ms`,
        ok: value <= limit,
      },
    ];
  });
}
