import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { loadGrammars, type Grammars } from '../support/grammars.js';
import { capturesOf, highlightsOf, loadQuery, type Capture } from '../support/queries.js';

const home = path.join(import.meta.dirname, 'queries');
const names = ['highlights', 'injections', 'folds', 'locals', 'outline', 'tags'] as const;
let grammars: Grammars;
let page: string;

before(async () => {
  grammars = await loadGrammars();
  page = await readFile(path.join(home, 'everything.q'), 'utf8');
});

/** One line per capture: where, what, and the text (of long ones, both ends). */
function listed(captures: readonly Capture[], text: string): string {
  const line = ({ name, start, end, language }: Capture): string => {
    const before = text.slice(0, start).split('\n');
    const whole = text.slice(start, end).replace(/\s+/g, ' ');
    const shown = whole.length > 60 ? `${whole.slice(0, 30)} … ${whole.slice(-20)}` : whole;
    const kind = language === undefined ? name : `${name}=${language}`;
    return `${before.length}:${(before.at(-1) ?? '').length + 1} ${kind} ${shown}`.trimEnd();
  };
  return `${captures.map(line).join('\n')}\n`;
}

/** Compares with the committed list; `QUANTUM_WRITE_EXPECTED=1` writes it anew, for review. */
async function agrees(file: string, actual: string): Promise<void> {
  const expected = path.join(home, file);
  if (process.env['QUANTUM_WRITE_EXPECTED'] === '1') await writeFile(expected, actual);
  assert.equal(actual, await readFile(expected, 'utf8'), file);
}

describe('queries on a page that uses everything', () => {
  for (const name of names) {
    it(`capture its ${name} as recorded`, async () => {
      const query = await loadQuery(grammars, 'document', name);
      await agrees(`${name}.txt`, listed(capturesOf(query, grammars.document, page), page));
    });
  }

  it('capture what its expressions hold as recorded', async () => {
    const [injections, expression] = await Promise.all([
      loadQuery(grammars, 'document', 'injections'),
      loadQuery(grammars, 'expression', 'highlights'),
    ]);
    const parts = capturesOf(injections, grammars.document, page)
      .filter(({ language }) => language === 'quantum_expression')
      .flatMap(({ start, end }) =>
        capturesOf(expression, grammars.expression, page.slice(start, end), start),
      );
    await agrees('expressions.txt', listed(parts, page));
  });

  it('are all there is in the folders of queries', async () => {
    const queries = path.resolve('grammars/tree-sitter-quantum');
    const files = await readdir(path.join(queries, 'document/queries'));
    assert.deepEqual(files.sort(), names.map((name) => `${name}.scm`).sort());
    assert.deepEqual(await readdir(path.join(queries, 'expression/queries')), ['highlights.scm']);
  });
});

describe('highlights of a document', () => {
  it('give every token one meaning, whatever order an editor ranks patterns in', async () => {
    const query = await loadQuery(grammars, 'document', 'highlights');
    const seen = new Map<string, string>();
    for (const { name, start, end } of capturesOf(query, grammars.document, page)) {
      const place = `${start}-${end}`;
      assert.equal(seen.get(place), undefined, `${name} at ${page.slice(start, end)}`);
      seen.set(place, name);
    }
    assert.ok(seen.size > 300);
  });

  it('find nothing the expression grammar refuses in the expressions of the page', async () => {
    const queries = {
      highlights: await loadQuery(grammars, 'document', 'highlights'),
      injections: await loadQuery(grammars, 'document', 'injections'),
      expression: await loadQuery(grammars, 'expression', 'highlights'),
    };
    const errors = highlightsOf(queries, grammars, page).filter(({ name }) => name === 'error');
    assert.deepEqual(errors, []);
    const refused = highlightsOf(queries, grammars, '<p>{not is} 1 < 2</p>');
    assert.deepEqual(
      refused.filter(({ name }) => name === 'error').map(({ start }) => start),
      [14, 8],
    );
  });
});

describe('injections', () => {
  const injected = async (text: string): Promise<string[]> => {
    const query = await loadQuery(grammars, 'document', 'injections');
    return capturesOf(query, grammars.document, text).map(
      ({ language, start, end }) => `${language}:${text.slice(start, end)}`,
    );
  };

  it('leave quantifiers, JSON and the objects of Alpine alone', async () => {
    assert.deepEqual(
      await injected(`<p a="{'b': 1}" x-data="{ open: 1 }" c="x{3}">{2,} {}</p>`),
      [],
    );
  });

  it('take a value that is only a number in braces for an expression', async () => {
    assert.deepEqual(await injected('<q:set name="a" value="{5}"/>'), ['quantum_expression:5']);
  });

  it('know conditions of the framework only', async () => {
    assert.deepEqual(await injected('<q:if condition="a > 1"/><div condition="a > 1"/>'), [
      'quantum_expression:a > 1',
    ]);
  });

  it('tell the bodies of raw tags apart by their name, in any case', async () => {
    assert.deepEqual(await injected('<SCRIPT>a</SCRIPT><style>b</style><q:pyclass>c</q:pyclass>'), [
      'javascript:a',
      'css:b',
      'python:c',
    ]);
  });
});
