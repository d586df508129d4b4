// Makes parser.c and the .wasm of both grammars, and records what they were made from.
//   node scripts/grammars.mjs          regenerate (needs tree-sitter 0.27, clang, wasm-ld, wasi-libc)
//   node scripts/grammars.mjs --check  fail when a committed result is not of the committed source
// The CLI's own `build --wasm` downloads a toolchain; clang and wasm-ld do the same from a distribution.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const home = path.join(import.meta.dirname, '..', 'grammars', 'tree-sitter-quantum');
export const grammars = [
  { folder: 'document', wasm: 'tree-sitter-quantum.wasm' },
  { folder: 'expression', wasm: 'tree-sitter-quantum_expression.wasm' },
];

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Hashes of everything a grammar is made from and of everything made. */
export function fingerprint({ folder, wasm }) {
  const files = ['grammar.js', 'src/parser.c', 'src/scanner.c', wasm];
  return Object.fromEntries(
    files
      .filter((file) => existsSync(path.join(home, folder, file)))
      .map((file) => [file, sha256(path.join(home, folder, file))]),
  );
}

function generate({ folder, wasm }) {
  const cwd = path.join(home, folder);
  const run = (command, args) => execFileSync(command, args, { cwd, stdio: 'inherit' });
  const scratch = mkdtempSync(path.join(tmpdir(), 'quantum-grammar-'));
  try {
    run('tree-sitter', ['generate']);
    const objects = ['parser', 'scanner']
      .filter((name) => existsSync(path.join(cwd, 'src', `${name}.c`)))
      .map((name) => {
        const object = path.join(scratch, `${name}.o`);
        run('clang', [
          '--target=wasm32-unknown-emscripten',
          '-Os',
          '-fPIC',
          '-D__wasi__',
          '-isystem',
          '/usr/include/wasm32-wasi',
          '-I',
          'src',
          '-c',
          `src/${name}.c`,
          '-o',
          object,
        ]);
        return object;
      });
    run('wasm-ld', [
      '--experimental-pic',
      '-shared',
      '--no-entry',
      '--import-memory',
      '--allow-undefined',
      '--export-all',
      ...objects,
      '-o',
      wasm,
    ]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const cli = execFileSync('tree-sitter', ['--version'], { encoding: 'utf8' }).trim();
  const record = { cli, files: fingerprint({ folder, wasm }) };
  writeFileSync(path.join(cwd, 'made-from.json'), `${JSON.stringify(record, null, 2)}\n`);
}

/** Names of grammars whose results were not made from their sources. */
export function stale() {
  return grammars.filter((grammar) => {
    const { files } = JSON.parse(
      readFileSync(path.join(home, grammar.folder, 'made-from.json'), 'utf8'),
    );
    return JSON.stringify(files) !== JSON.stringify(fingerprint(grammar));
  });
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) {
    const found = stale();
    for (const { folder } of found)
      console.error(`${folder}: made from another source; run node scripts/grammars.mjs`);
    process.exitCode = found.length === 0 ? 0 : 1;
  } else {
    grammars.forEach(generate);
  }
}
