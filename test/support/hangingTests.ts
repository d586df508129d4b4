import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './eventually.js';

const service = `import os, subprocess, sys
from quantum.services import service


@service("act.hang")
def hang():
    child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
    with open('%d.tmp' % child.pid, 'w') as told:
        told.write('%d %d' % (os.getpid(), child.pid))
    os.rename('%d.tmp' % child.pid, '%d.pids' % child.pid)
    child.wait()
`;

/** An application whose two tests start a process each and wait for it: it never ends. */
export async function hangingApplication(root: string): Promise<{
  readonly root: string;
  /** Ids of the processes that hang, once both do. */
  readonly started: () => Promise<number[]>;
}> {
  const test = (name: string): string => `<q:test name="${name}" page="/"><test:visit/></q:test>\n`;
  const files = {
    'quantum.config.yaml': 'server:\n  port: 8080\nservices:\n  - act\n',
    'act.py': service,
    'components/index.q':
      '<q:component name="I"><q:invoke name="r" service="act.hang"/></q:component>\n',
    'tests/hang.test.q': test('one') + test('two'),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  const told = async (): Promise<string[]> =>
    (await readdir(root)).filter((name) => name.endsWith('.pids'));
  const started = async (): Promise<number[]> => {
    const both = async (): Promise<boolean> => (await told()).length === 2;
    await eventually(both, { withinMs: 30_000, what: 'both tests to hang' });
    const texts = await Promise.all(
      (await told()).map((n) => readFile(path.join(root, n), 'utf8')),
    );
    return texts.flatMap((text) => text.split(' ').map(Number));
  };
  return { root, started };
}
