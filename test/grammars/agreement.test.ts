import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { loadGrammars, type Grammars } from '../support/grammars.js';
import { capturesOf, highlightsOf, loadQuery, type Queries } from '../support/queries.js';
import { loadTextMate, scopesOf } from '../support/textMate.js';

/** What both ways of colouring know, under one name: captures of the queries on the left. */
const captureClasses: Readonly<Record<string, string>> = {
  'keyword.control': 'steering tag',
  'tag.builtin': 'tag of the framework',
  constructor: 'component',
  tag: 'tag of HTML',
  attribute: 'attribute',
  string: 'string',
  number: 'number',
  property: 'property',
  function: 'function',
  'function.builtin': 'built-in function',
  variable: 'variable',
  'variable.parameter': 'variable',
  'variable.builtin': 'scope',
  'keyword.operator': 'word operator',
  operator: 'operator',
  'constant.builtin': 'constant',
  comment: 'comment',
  'character.special': 'entity',
  'punctuation.special': 'marker',
  'punctuation.bracket': 'punctuation',
  'punctuation.delimiter': 'punctuation',
  'keyword.directive': 'directive',
  'markup.raw': 'raw',
  error: 'refused',
};

/** Scopes of TextMate, the first that fits counts; null where the queries know nothing finer. */
const scopeClasses: readonly (readonly [RegExp, string | null])[] = [
  [/^punctuation\.(?:separator\.namespace|definition\.parameter)/, null],
  [/^entity\.name\.tag\.namespace/, null],
  [/^punctuation\.definition\.string/, 'string'],
  [/^punctuation\.(?:section\.embedded|definition\.tag\.cdata)/, 'marker'],
  [/^punctuation\.definition\.comment|^comment/, 'comment'],
  [/^punctuation\.definition\.entity|^constant\.character\.entity/, 'entity'],
  [/^punctuation/, 'punctuation'],
  [/^support\.class\.component/, 'component'],
  [/^entity\.name\.tag\.html/, 'tag of HTML'],
  [/^entity\.name\.tag/, 'tag of the framework'],
  [/^entity\.other\.attribute-name/, 'attribute'],
  [/^string\.unquoted\.cdata/, 'raw'],
  [/^string/, 'string'],
  [/^constant\.numeric/, 'number'],
  [/^constant\.language/, 'constant'],
  [/^variable\.other\.property/, 'property'],
  [/^variable\.language/, 'scope'],
  [/^variable\.other/, 'variable'],
  [/^entity\.name\.function/, 'function'],
  [/^support\.function\.builtin/, 'built-in function'],
  [/^keyword\.operator\.word/, 'word operator'],
  [/^keyword\.operator\.assignment|^keyword\.operator/, 'operator'],
  [/^invalid\.illegal\.less-than/, 'refused'],
  [/^meta\.embedded/, null],
];

function classOf(scopes: readonly string[]): string | null {
  const has = (start: string): boolean => scopes.some((scope) => scope.startsWith(start));
  if (has('meta.tag.preprocessor') || has('meta.tag.metadata.doctype')) return 'directive';
  if (has('keyword.control')) return 'steering tag';
  for (const scope of [...scopes].reverse()) {
    const found = scopeClasses.find(([pattern]) => pattern.test(scope));
    if (found) return found[1];
  }
  return null;
}

let grammars: Grammars;
let queries: Queries;
let page: string;
let scopes: readonly string[][];

before(async () => {
  grammars = await loadGrammars();
  queries = {
    highlights: await loadQuery(grammars, 'document', 'highlights'),
    injections: await loadQuery(grammars, 'document', 'injections'),
    expression: await loadQuery(grammars, 'expression', 'highlights'),
  };
  page = await readFile('test/language/queries/everything.q', 'utf8');
  scopes = scopesOf(await loadTextMate(), page);
});

describe('the first paint and the queries', () => {
  it('mean the same by every character of a page that uses everything', () => {
    const painted = new Array<string | undefined>(page.length).fill(undefined);
    for (const { name, start, end } of highlightsOf(queries, grammars, page))
      painted.fill(captureClasses[name] ?? assert.fail(name), start, end);
    const compared = new Set<string>();
    const differences: string[] = [];
    painted.forEach((byQuery, at) => {
      const byScope = classOf(scopes[at] ?? []);
      if (byQuery === undefined || byScope === null || /\s/.test(page[at] ?? '')) return;
      compared.add(byQuery);
      if (byQuery !== byScope)
        differences.push(`${lineOf(at)}: ${byScope} is a ${byQuery} to the query`);
    });
    assert.deepEqual(differences, []);
    const known = new Set(Object.values(captureClasses));
    known.delete('refused');
    known.delete('constant');
    assert.deepEqual(
      [...known].filter((name) => !compared.has(name)),
      [],
    );
  });

  it('hand the same text to SQL, CSS, JavaScript and Python', () => {
    const languages = { sql: 'sql', css: 'css', javascript: 'js', python: 'python' };
    const inside = new Set<number>();
    for (const { language = '', start, end } of capturesOf(
      queries.injections,
      grammars.document,
      page,
    )) {
      if (language === 'quantum_expression') continue;
      const scope = `source.${languages[language as keyof typeof languages]}`;
      for (let at = start; at < end; at += 1) {
        inside.add(at);
        if (/\S/.test(page[at] ?? '')) assert.ok(scopes[at]?.includes(scope), lineOf(at));
      }
    }
    assert.ok(inside.size > 300);
    scopes.forEach((names, at) => {
      if (names.some((name) => name.startsWith('word.'))) assert.ok(inside.has(at), lineOf(at));
    });
  });
});

/** The line around an offset, with the place marked. */
function lineOf(at: number): string {
  const start = page.lastIndexOf('\n', at - 1) + 1;
  const end = page.indexOf('\n', at);
  return `${page.slice(start, at)}▸${page.slice(at, end === -1 ? undefined : end)}`;
}
