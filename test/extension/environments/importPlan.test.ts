import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planImport } from '../../../src/extension/environments/importPlan.js';
import { longestValue } from '../../../src/protocol/environmentRules.js';
import { variable } from './given.js';

test('a file is read as applications read it: comments, quotes, export, lines in quotes', () => {
  const text = [
    '\uFEFF# of the shop',
    'export PLAIN=one # a remark',
    'QUOTED="two # no remark"',
    "LITERAL='a\\nb'",
    'LINES="a\\nb"',
    'EMPTY=',
    'TWICE=1\r\nTWICE=2',
  ].join('\n');
  assert.deepEqual(planImport(text, []).added, [
    { key: 'PLAIN', value: 'one' },
    { key: 'QUOTED', value: 'two # no remark' },
    { key: 'LITERAL', value: 'a\\nb' },
    { key: 'LINES', value: 'a\nb' },
    { key: 'EMPTY', value: '' },
    { key: 'TWICE', value: '2' },
  ]);
});

test('what is there just so stays, what is otherwise is asked about, a secret always', () => {
  const there = [
    variable({ key: 'SAME', value: '1' }),
    variable({ key: 'OTHER', value: '1' }),
    variable({ key: 'TOKEN', value: null, isSecret: true }),
  ];
  const plan = planImport('SAME=1\nOTHER=2\nTOKEN=1\nNEW=1', there);
  assert.deepEqual(plan, {
    added: [{ key: 'NEW', value: '1' }],
    replaced: [
      { key: 'OTHER', value: '2' },
      { key: 'TOKEN', value: '1' },
    ],
    same: 1,
    left: [],
  });
});

test('what no variable can be is left out, with why', () => {
  const long = 'x'.repeat(longestValue + 1);
  const fits = 'x'.repeat(longestValue);
  const text = `A.B=1\nQUANTUM_ADMIN_HOME=/tmp\nLONG=${long}\nFITS=${fits}\nNUL=a\0b`;
  const { added, left } = planImport(text, []);
  assert.deepEqual(
    added.map(({ key }) => key),
    ['FITS'],
  );
  assert.deepEqual(left, [
    { key: 'A.B', problem: 'characters' },
    { key: 'QUANTUM_ADMIN_HOME', problem: 'ours' },
    { key: 'LONG', problem: 'value' },
    { key: 'NUL', problem: 'value' },
  ]);
});
