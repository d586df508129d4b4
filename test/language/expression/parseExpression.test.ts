import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Expression, Span } from '../../../src/language/expression/ast.js';
import { literalValue } from '../../../src/language/expression/literalValue.js';
import { callsIn, namesRead } from '../../../src/language/expression/names.js';
import { parseExpression } from '../../../src/language/expression/parseExpression.js';
import { childrenOf } from '../../../src/language/expression/walk.js';
import { damagedExpressions, tokenRows, validExpressions } from '../../support/expressions.js';
import { count, seed } from '../../support/slice.js';

function everyNode(node: Expression): Expression[] {
  return [node, ...childrenOf(node).flatMap(everyNode)];
}

function holdsWithin(outer: Span, inner: Span, text: string): void {
  const isWithin = inner.start >= outer.start && inner.start <= inner.end && inner.end <= outer.end;
  assert.ok(
    isWithin,
    `${JSON.stringify(inner)} in ${JSON.stringify(outer)} of ${JSON.stringify(text)}`,
  );
}

function holdsTogether(text: string): void {
  const whole = { start: 0, end: text.length };
  const { ast, problems } = parseExpression(text);
  for (const problem of problems) {
    holdsWithin(whole, problem, text);
    assert.ok(problem.message.length > 10);
  }
  for (const node of ast === null ? [] : everyNode(ast)) {
    holdsWithin(whole, node, text);
    for (const child of childrenOf(node)) holdsWithin(node, child, text);
    if (node.kind === 'missing') assert.ok(problems.length > 0, text);
  }
  for (const { name, start, end } of namesRead(ast))
    if (!text.slice(start, end).endsWith('!'))
      assert.equal(text.slice(start, end).normalize('NFKC'), name);
  for (const { name, start, end } of callsIn(ast))
    if (!text.slice(start, end).endsWith('!'))
      assert.equal(text.slice(start, end).normalize('NFKC'), name);
  if (ast !== null) literalValue(ast);
}

describe('an expression', () => {
  it('is read whatever it is, half typed as well, and nothing points outside of it', () => {
    const any = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), tokenRows, damagedExpressions);
    fc.assert(fc.property(any, holdsTogether), { seed, numRuns: count(2_000, 200_000) });
    fc.assert(
      fc.property(validExpressions, (text) => {
        for (let length = 0; length <= text.length; length += 1)
          holdsTogether(text.slice(0, length));
      }),
      { seed, numRuns: count(200, 10_000) },
    );
  });

  it('costs no more than its length, however it is nested or broken', () => {
    const pieces = [
      '(',
      '-',
      'not ',
      'a.',
      'f(',
      '[',
      '{',
      "'",
      '\\',
      '!',
      'a if b else ',
      '? ',
      ', ',
      '"\\',
    ];
    pieces.push(
      '1_',
      '0x',
      '&& ',
      "'!'",
      'a ',
      '**',
      'a**',
      '[:',
      'lambda ',
      '#\n',
      '(\n',
      'é',
      '😀',
      '1e',
    );
    const spent = (length: number): number => {
      const texts = pieces.map((piece) => piece.repeat(length).slice(0, length));
      const before = process.cpuUsage();
      for (let round = 0; round < 40; round += 1) for (const text of texts) readAll(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    spent(1_990);
    const short = spent(490);
    const long = spent(1_960);
    assert.ok(long < short * 10, `four times the text took ${long} µs instead of ${short} µs`);
  });

  it('of more than 2,000 characters is refused as the framework counts them', () => {
    assert.deepEqual(parseExpression(`  '${'😀'.repeat(1998)}' `).problems, []);
    assert.equal(parseExpression(`'${'a'.repeat(1999)}'`).problems[0]?.kind, 'too-long');
  });

  it('names what is read, with the way behind each name', () => {
    const { ast } = parseExpression("len(tasks[0].title) + user['first name'].length * (a).b");
    const read = namesRead(ast).map(({ name, path }) => [name, ...path.map((step) => step.name)]);
    assert.deepEqual(read, [
      ['tasks', null, 'title'],
      ['user', 'first name', 'length'],
      ['a', 'b'],
    ]);
    assert.deepEqual(
      callsIn(ast).map(({ name, call }) => [name, call.start, call.end]),
      [['len', 0, 19]],
    );
  });

  it('has a value of its own when it is made of literals', () => {
    const value = (text: string): unknown => literalValue(parseExpression(text).ast!);
    assert.deepEqual(value("{'a': [1, -2.5, true, null], 'b': ('x' 'y',)}"), {
      a: [1, -2.5, true, null],
      b: ['xy'],
    });
    assert.equal(value(String.raw`'a\n\x41\u00e9\'' r'\n'`), "a\nAé'\\n");
    assert.equal(value('1_000'), 1000);
    assert.equal(value('[a]'), undefined);
  });
});

function readAll(text: string): void {
  const { ast } = parseExpression(text);
  namesRead(ast);
  callsIn(ast);
}

const mistakes: readonly (readonly [text: string, kind: string, message: RegExp])[] = [
  ['', 'empty', /no expression/],
  ['a +', 'syntax', /value is missing/],
  ['user.', 'syntax', /property is missing/],
  ['a b', 'syntax', /operator or a comma is missing before b/],
  ['a if b', 'syntax', /"else" is missing/],
  ['a == not b', 'syntax', /\(not x\)/],
  ['f(a=1, b)', 'syntax', /without a name come before/],
  ['a)', 'syntax', /No bracket is open/],
  ['t ? 1 : 2', 'ternary', /a if condition else b/],
  ['a === b', 'strict-equality', /== instead of ===/],
  ['a !== b', 'strict-equality', /!= instead of !==/],
  ['a = 1', 'assignment', /== to compare/],
  ['a += 1', 'assignment', /q:set/],
  ['n|upper', 'pipe-filter', /upper\(value\)/],
  ['n|join(",")', 'pipe-filter', /join\(value\)/],
  ['a | 1', 'refused-operator', /write or/],
  ['a ?? b', 'refused-operator', /get\(object, key, default\)/],
  ['a := 1', 'refused-operator', /q:set/],
  ['~a', 'refused-operator', /write not/],
  ['a << 1', 'refused-operator', /2 \*\* n/],
  ['t.upper()', 'method-call', /write upper\(text\)/],
  ['Math.ceil(x)', 'method-call', /ceil\(number\)/],
  ['t.frobnicate()', 'method-call', /frobnicate\(value\)/],
  ['f()()', 'method-call', /by their name/],
  ['a is null', 'refused-word', /== or !=/],
  ['[x for x in y]', 'refused-word', /q:loop/],
  ['lambda x: x', 'refused-word', /q:function/],
  ['item.class', 'refused-word', /object\['class'\]/],
  ['x.__class__', 'private-name', /two underscores/],
  ["'__x'", 'private-name', /two underscores/],
  ['a[1:5:2]', 'slice-step', /list\[from:to\]/],
  ["'abc", 'unclosed-string', /not closed/],
  ['f(a', 'unclosed-bracket', /\) is missing/],
  ["{'k': 1", 'unclosed-bracket', /first } ends/],
  ['(a]', 'unclosed-bracket', /before another bracket/],
  ['a\n+ b', 'line-break', /parentheses/],
  ['“a”', 'character', /' or "/],
  ['a\u00a0+ b', 'character', /no-break space/],
  ['1abc', 'number', /start with a digit/],
  ['007', 'number', /start with 0/],
  ['f"a"', 'string', /f-strings/],
  ['f(*a)', 'unpacking', /name each value/],
  ['('.repeat(201), 'too-deep', /q:set/],
  ['-'.repeat(100) + '1', 'too-deep', /100 levels/],
];

describe('a refused expression', () => {
  for (const [text, kind, message] of mistakes) {
    it(`${JSON.stringify(text.slice(0, 20))} is answered by what to write instead`, () => {
      const first = parseExpression(text).problems[0]!;
      assert.equal(first.kind, kind);
      assert.match(first.message, message);
    });
  }
});
