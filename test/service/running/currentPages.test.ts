import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { temporaryFolder } from '../../support/serviceApp.js';

/** Saves of one size at one time, as within a tick of the disk's clock; what is served after each. */
const program = `
import os, sys
python, file, mode = sys.argv[1:]
sys.path.insert(0, python)
from quantum.core.parser import QuantumParser
from quantum.runtime.ast_cache import ASTCache
from quantum_server.current_pages import keep_current
if mode == 'kept current':
    keep_current(ASTCache)
parser, trees = QuantumParser(), []
for text in ('one', 'two', 'two', '<q:', 'six'):
    with open(file, 'w', encoding='utf-8') as page:
        page.write('<q:component name="P"><p>%s</p></q:component>' % text)
    os.utime(file, (1, 1))
    try:
        trees.append(parser.parse_file(file))
    except Exception:
        trees.append(None)
print([tree and tree.statements[0].children[0].content for tree in trees], trees[1] is trees[2])
`;

async function servedAfterEach(folder: string, mode: string): Promise<string> {
  const python = path.join(import.meta.dirname, '../../../python');
  const args = ['-c', program, python, path.join(folder, 'page.q'), mode];
  const { stdout } = await promisify(execFile)(await quantumPython(), args);
  return stdout.trim();
}

void test('a page is what its file says, however quickly the saves follow one another', async (t) => {
  const folder = await temporaryFolder(t, 'current');
  assert.equal(
    await servedAfterEach(folder, 'kept current'),
    "['one', 'two', 'two', None, 'six'] True",
  );
  // What is mended here: by itself the framework goes on with the first text.
  assert.match(await servedAfterEach(folder, 'as it is'), /^\['one', 'one', 'one'/);
});
