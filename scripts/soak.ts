// The full counts of the counted tests: those stages or files whose path holds a name. The seed is printed;
// QUANTUM_SEED=… repeats a run, with QUANTUM_PART=3/4 the third of four parts of it (mutants).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './lib/paths.js';

const names = process.argv.slice(2);
if (names.length === 0) {
  console.error('npm run soak -- NAME…: a stage or a part of a test file’s path.');
  process.exit(2);
}
const seed = process.env['QUANTUM_SEED'] ?? String(Date.now() % 2 ** 31);
console.log(`seed ${seed}`);
const child = spawn(
  process.execPath,
  ['--import', 'tsx', path.join(root, 'scripts', 'test.ts'), ...names],
  {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, QUANTUM_SOAK: '1', QUANTUM_SEED: seed },
  },
);
child.on('close', (code) => {
  console.log(`seed ${seed}`);
  process.exitCode = code ?? 1;
});
