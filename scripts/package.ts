// Builds and packs quantum-admin-<version>.vsix.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from './lib/paths.js';
import { packVsix } from './lib/vsix.js';
import { runMain } from './lib/runMain.js';

async function main(): Promise<void> {
  const file = await packVsix();
  const { size } = await stat(file);
  console.log(`${path.relative(root, file)}  ${(size / 1e6).toFixed(2)} MB`);
}

runMain(main);
