import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/paths.js';
import type { BenchResult } from '../bench.js';
import { writeGeneratedProject } from '../support/generatedProject.js';
import { introduced, startProcess, type RpcProcess } from '../support/lspProcess.js';
import { requestResult } from './requests.js';

const files = 10_000;
const rounds = 40;

/** Questions about all of a project of 10,000 files; floor: the name looked for in every text, held in memory. */
export async function projectFeatures(): Promise<BenchResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum-features-'));
  const server = startProcess([path.join(root, 'dist', 'server.js'), '--stdio']);
  try {
    await writeGeneratedProject(folder, files);
    await introduced(server, [folder], { workspace: { workspaceEdit: { documentChanges: true } } });
    const text = await openPart(server, folder, 0);
    await untilRead(server, folder, text);
    return await asked(server, folder, await textsOf(folder));
  } finally {
    server.end();
    await rm(folder, { recursive: true, force: true });
  }
}

const nameOf = (index: number): string => `Part${String(index).padStart(5, '0')}`;

function fileOf(folder: string, index: number): string {
  const area = `area${String(Math.floor(index / 100)).padStart(2, '0')}`;
  return path.join(folder, 'components', area, `${nameOf(index)}.q`);
}

async function openPart(
  { connection }: RpcProcess,
  folder: string,
  index: number,
): Promise<string> {
  const file = fileOf(folder, index);
  const text = await readFile(file, 'utf8');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: pathToFileURL(file).href, languageId: 'quantum', version: 1, text },
  });
  return text;
}

/** Asks until the answer is about all files: the first questions come while the project is read. */
async function untilRead({ connection }: RpcProcess, folder: string, text: string): Promise<void> {
  const last = nameOf(files - 1);
  const ended = performance.now() + 60_000;
  for (;;) {
    const found = await connection.sendRequest<unknown[]>('workspace/symbol', { query: last });
    if (found.length > 0) return;
    if (performance.now() > ended) throw new Error(`${folder} was not read: ${text.length} bytes`);
  }
}

async function asked(
  server: RpcProcess,
  folder: string,
  texts: readonly string[],
): Promise<BenchResult[]> {
  const samples: Record<string, number[]> = { 'workspace symbols': [], references: [], rename: [] };
  const floors: number[] = [];
  const measured = async (name: string, method: string, params: object): Promise<unknown> => {
    const begin = performance.now();
    const answer = await server.connection.sendRequest(method, params);
    samples[name]?.push(performance.now() - begin);
    return answer;
  };
  for (let round = 0; round < rounds; round += 1) {
    const index = 101 + round * 150;
    const begin = performance.now();
    const holders = texts.filter((text) => text.includes(nameOf(index))).length;
    floors.push(performance.now() - begin);
    if (holders < 3) throw new Error(`${nameOf(index)} is called nowhere.`);
    const symbols = (await measured('workspace symbols', 'workspace/symbol', {
      query: nameOf(index),
    })) as unknown[];
    if (symbols.length === 0) throw new Error(`${nameOf(index)} was not found.`);
    const text = await openPart(server, folder, index);
    const textDocument = { uri: pathToFileURL(fileOf(folder, index)).href };
    const line = text.split('\n').findIndex((one) => one.includes('<q:param name="limit"'));
    const position = { line, character: '  <q:param name="li'.length };
    const context = { includeDeclaration: true };
    const params = { textDocument, position };
    const found = (await measured('references', 'textDocument/references', {
      ...params,
      context,
    })) as unknown[];
    if (found.length < holders) throw new Error(`${found.length} references of ${holders} files.`);
    const edit = await measured('rename', 'textDocument/rename', {
      ...params,
      newName: `most${round}`,
    });
    if (edit === null) throw new Error('Nothing was renamed.');
    await server.connection.sendNotification('textDocument/didClose', { textDocument });
  }
  return Object.entries(samples).map(([name, values]) =>
    requestResult(`${name} across 10,000 files`, values, floors, 150),
  );
}

async function textsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.q'));
  return Promise.all(pages.map((name) => readFile(path.join(folder, name), 'utf8')));
}
