// One start of the index in a process of its own: prints what it took as JSON.
import { catalogueFor } from '../../src/language/catalogue/catalogueFor.js';
import { checkPage } from '../../src/language/project/checkFiles.js';
import { LiveProject } from '../../src/server/project/liveProject.js';

/** What one start tells. Memory is the most the process held, its threads included. */
export interface IndexStart {
  readonly ms: number;
  readonly memoryMB: number;
  readonly files: number;
  /** Calls and imports of one component, and what is found in one page, asked at the end. */
  readonly uses: number;
  readonly findings: number;
}

const [root = '', cacheFolder = '', worker = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const project = new LiveProject({
    root,
    cacheFolder,
    version: 'bench',
    worker: worker === '' ? null : worker,
    environment: {},
    log: (line) => process.stderr.write(`${line}\n`),
    onDidChange: () => undefined,
  });
  const begin = performance.now();
  await project.read();
  const { index } = project;
  const place = [...index.files.keys()][index.files.size >> 1] ?? '';
  const text = (await project.textOf(place)) ?? '';
  const { findings } = checkPage(place, text, catalogueFor(null), index);
  const uses = index.usesOf(place).length;
  const ms = performance.now() - begin;
  await project.dispose();
  const start: IndexStart = {
    ms,
    memoryMB: process.resourceUsage().maxRSS / 1024,
    files: index.files.size,
    uses,
    findings: findings.length,
  };
  process.stdout.write(JSON.stringify(start));
}

void main();
