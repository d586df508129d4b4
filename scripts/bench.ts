// Runs one benchmark of bench/; without a name it lists them. A missed target is told, never a failure.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from '../bench/bench.js';
import { ensureBuilt } from './lib/build.js';
import { root } from './lib/paths.js';
import { runMain } from './lib/runMain.js';

const folder = path.join(root, 'bench');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [name] = positionals;
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  if (name === undefined || !names.includes(name)) {
    if (name !== undefined) console.error(`There is no benchmark ${name}.`);
    console.log(names.join('\n'));
    process.exitCode = name === undefined ? 0 : 2;
    return;
  }
  await ensureBuilt();
  const file = pathToFileURL(path.join(folder, `${name}.ts`)).href;
  const bench = (await import(file)) as Bench;
  const results = await bench.run();
  printTable(results);
  if (values.json) console.log(JSON.stringify({ bench: name, results }));
}

function printTable(results: readonly BenchResult[]): void {
  const rows = [
    ['', 'value', 'spread', 'n', 'floor', '×', 'target', ''],
    ...results.map((result) => [
      result.name,
      `${figure(result.value)} ${result.unit}`,
      figure(result.spread),
      String(result.n),
      result.floor === null ? '' : figure(result.floor),
      result.ratio === null ? '' : figure(result.ratio),
      result.target ?? '',
      result.ok === null ? '' : result.ok ? 'met' : 'missed',
    ]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths?.[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** Three figures that count. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

runMain(main);
