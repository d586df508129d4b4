// npm start: from a fresh clone to Quantum Admin in VS Code on the sample shop. This half needs nothing but
// Node: it looks at what the machine has and installs the packages; scripts/start.ts does the rest.
import { spawnSync } from 'node:child_process';
import {
  dependenciesAreFresh,
  ensureDependencies,
  nodeProblem,
  runTyped,
} from './lib/dependencies.mjs';

function gitProblem() {
  const { error, status } = spawnSync('git', ['--version'], { stdio: 'ignore' });
  if (error === undefined && status === 0) return null;
  const how = { darwin: 'xcode-select --install', win32: 'winget install Git.Git' };
  return `git is needed: install it with \`${how[process.platform] ?? 'sudo apt-get install -y git'}\`.`;
}

const problem = nodeProblem() ?? gitProblem();
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
const start = performance.now();
const fresh = dependenciesAreFresh();
if (!fresh) console.log('  installing the packages of the lock file (about a minute) …');
try {
  ensureDependencies();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
console.log(`${took.padStart(8)}  packages ${fresh ? 'as the lock file says' : 'installed'}`);
await runTyped('start.ts');
