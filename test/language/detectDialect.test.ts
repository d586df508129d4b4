import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectDialect, type DialectEvidence } from '../../src/language/catalogue/detectDialect.js';
import { newestAllowed } from '../../src/language/catalogue/releases.js';

const nothing: DialectEvidence = { installed: null, pins: [], files: [], texts: [] };
const pinned = (file: string, text: string): DialectEvidence => ({
  ...nothing,
  pins: [{ file, text }],
});
const written = (file: string, text: string): DialectEvidence => ({
  ...nothing,
  texts: [{ file, text }],
});

describe('the release a project is written for', () => {
  it('is the installed one, whatever else is said', () => {
    const found = detectDialect({
      ...pinned('requirements.txt', 'quantum-framework==0.16.0'),
      installed: '1.0.0',
    });
    assert.equal(found.release, '1.0.0');
    assert.equal(found.how, 'installed');
    assert.match(found.why, /1\.0\.0 is installed/);
  });

  it('is read off requirements, tables and lock files', () => {
    const cases: [string, string, string][] = [
      ['requirements.txt', 'flask\nquantum-framework==0.16.0  # why\n', '0.16.0'],
      ['requirements.txt', 'Quantum_Framework[ai]>=0.20,<1 ; python_version > "3"', '0.22.0'],
      ['pyproject.toml', 'dependencies = [\n  "quantum-framework>=1.0.1,<2",\n]', '1.0.1'],
      ['pyproject.toml', '[tool.poetry.dependencies]\nquantum-framework = "^0.14.0"', '0.14.0'],
      [
        'Pipfile',
        '[packages]\nquantum-framework = {version = "~=0.21.0", extras = ["ai"]}',
        '0.21.0',
      ],
      [
        'Pipfile.lock',
        '{"default": {"quantum-framework": {"hashes": [], "version": "==0.18.0"}}}',
        '0.18.0',
      ],
      [
        'uv.lock',
        '[[package]]\nname = "flask"\nversion = "3.1"\n\n[[package]]\nname = "quantum-framework"\nversion = "1.0.0"\n',
        '1.0.0',
      ],
    ];
    for (const [file, text, release] of cases) {
      const found = detectDialect(pinned(file, text));
      assert.equal(found.release, release, `${file}: ${text}`);
      assert.equal(found.how, 'pinned');
    }
  });

  it('is what a lock file says rather than what is asked for', () => {
    const found = detectDialect({
      ...nothing,
      pins: [
        { file: 'pyproject.toml', text: '"quantum-framework>=0.9"' },
        { file: 'poetry.lock', text: 'name = "quantum-framework"\nversion = "0.12.0"' },
      ],
    });
    assert.equal(found.release, '0.12.0');
    assert.equal(found.family, '0.9');
  });

  it('is not taken from a package whose name only begins the same', () => {
    assert.equal(
      detectDialect(pinned('requirements.txt', 'quantum-frameworks==0.9.0')).how,
      'default',
    );
    assert.equal(
      detectDialect(pinned('requirements.txt', 'my-quantum-framework==0.9.0')).how,
      'default',
    );
  });

  it('is told by the layout of a checkout', () => {
    const at = (...files: string[]): string => detectDialect({ ...nothing, files }).release;
    assert.equal(at('src/core/parser.py', 'test_runner.py'), 'legacy2025');
    assert.equal(
      at('src/core/parser.py', 'src/core/parsers/base.py', 'test_runner.py'),
      'legacy2026',
    );
    assert.equal(at('quantum/core/parser.py'), '0.9.0');
    assert.equal(at('quantum/core/parser.py', 'quantum/runtime/ui_page_renderer.py'), '0.16.0');
    assert.equal(at('quantum/core/parser.py', 'quantum/core/xml_lines.py'), '1.0.1');
    assert.equal(at('src/core/parser.py'), '1.0.1');
  });

  it('is told by words when nothing else tells', () => {
    const old = detectDialect(written('a.q', '<q:set name="n" value="1" persist="local"/>'));
    assert.deepEqual([old.family, old.how], ['0.9', 'words']);
    assert.match(old.why, /^a\.q /);
    assert.equal(
      detectDialect(written('quantum.config.yaml', 'database:\n  admin_api: http://h')).family,
      'legacy2026',
    );
    assert.equal(
      detectDialect(written('a.q', '<q:query name="n" onerror="continue">')).how,
      'words',
    );
    assert.equal(detectDialect({ ...nothing, files: ['components/post/[id].q'] }).family, '1.0');
  });

  it('is the newest when nothing tells', () => {
    const found = detectDialect(nothing);
    assert.deepEqual([found.release, found.family, found.how], ['1.0.1', '1.0', 'default']);
  });
});

describe('the newest release a requirement allows', () => {
  it('follows the operators of pip and poetry', () => {
    assert.equal(newestAllowed('>=0.9,<0.16'), '0.15.0');
    assert.equal(newestAllowed('~=0.22'), '0.22.0');
    assert.equal(newestAllowed('==0.16.*'), '0.16.0');
    assert.equal(newestAllowed('>=1,!=1.0.1'), '1.0.0');
    assert.equal(newestAllowed('^1.0'), '1.0.1');
    assert.equal(newestAllowed('>2'), null);
    assert.equal(newestAllowed('*'), null);
  });
});
