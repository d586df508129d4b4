import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { projectEvidence } from '../../src/framework/dialectEvidence.js';
import { detectDialect } from '../../src/language/catalogue/detectDialect.js';

let root: string;

async function file(name: string, text = ''): Promise<void> {
  const at = path.join(root, name);
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, text);
}

async function detected(): Promise<{ release: string; how: string }> {
  const { release, how } = detectDialect({ ...(await projectEvidence(root)), texts: [] });
  return { release, how };
}

describe('the release of a project on disk', () => {
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'quantum-admin-dialect-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('is the one in its environment, on Linux and on Windows', async () => {
    const metadata = 'quantum_framework-0.22.0.dist-info/METADATA';
    await file('requirements.txt', 'quantum-framework==0.16.0\n');
    await file(`.venv/lib/python3.12/site-packages/${metadata}`, 'Name: x\nVersion: 0.22.0\n');
    assert.deepEqual(await detected(), { release: '0.22.0', how: 'installed' });
    await rm(path.join(root, '.venv'), { recursive: true });
    await file(`venv/Lib/site-packages/${metadata}`, 'Version: 0.22.0\n');
    assert.deepEqual(await detected(), { release: '0.22.0', how: 'installed' });
  });

  it('is what its requirements ask for', async () => {
    await file('requirements-dev.txt', 'pytest\n');
    await file('requirements.txt', 'quantum-framework==0.16.0\n');
    assert.deepEqual(await detected(), { release: '0.16.0', how: 'pinned' });
    await file('uv.lock', '[[package]]\nname = "quantum-framework"\nversion = "0.18.0"\n');
    assert.deepEqual(await detected(), { release: '0.18.0', how: 'pinned' });
  });

  it('is that of the checkout it is in', async () => {
    await file('src/core/parser.py');
    await file('test_runner.py');
    assert.deepEqual(await detected(), { release: 'legacy2025', how: 'checkout' });
    await file('src/core/parsers/__init__.py');
    assert.deepEqual(await detected(), { release: 'legacy2026', how: 'checkout' });
  });

  it('is the newest in an empty folder and in none', async () => {
    assert.deepEqual(await detected(), { release: '1.0.1', how: 'default' });
    await rm(root, { recursive: true });
    assert.deepEqual(await detected(), { release: '1.0.1', how: 'default' });
  });
});
