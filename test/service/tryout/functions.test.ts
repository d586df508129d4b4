import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { TryOutAnswer, TryOutRequest } from '../../../src/protocol/tryout.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { application, fieldsOf, startTryOuts, type TryOutApp } from './tryOutApp.js';

const functions = `
  <q:set name="rate" type="integer" value="3"/>
  <q:function name="add" returnType="integer">
    <q:param name="a" type="integer" required="true" max="100"/>
    <q:param name="b" type="integer" default="10"/>
    <q:return value="{a + b}"/>
  </q:function>
  <q:function name="times"><q:param name="n" type="number"/><q:return value="{n * rate}"/></q:function>
  <q:function name="joined">
    <q:param name="words" type="array" required="true"/>
    <q:param name="loud" type="boolean" default="true"/>
    <q:set name="all" value=""/>
    <q:loop type="array" items="{words}" var="word"><q:set name="all" value="{all}{word}-"/></q:loop>
    <q:if condition="{loud}"><q:return value="{upper(all)}"/></q:if>
    <q:return value="{all}"/>
  </q:function>
  <q:function name="size"><q:param name="s" enum="s,m,l"/><q:return value="size {s}"/></q:function>
  <q:function name="pair"><q:return value="{[1, 'two']}"/></q:function>
  <q:function name="silent"><q:set name="x" value="1"/></q:function>
  <q:function name="wrong"><q:param name="n" type="integer"/>
    <q:set name="x" value="{nowhere + n}"/>
  </q:function>`;

const page = `<q:component name="Sums">${functions}
  <q:query name="notes" datasource="main">SELECT id, text FROM notes ORDER BY id</q:query>
  <q:function name="noted">
    <q:param name="password" type="string"/>
    <q:query name="added" datasource="main">
      INSERT INTO notes (text) VALUES (:text)
      <q:param name="text" value="{password}" type="string"/>
    </q:query>
    <q:query name="all" datasource="main">SELECT text FROM notes</q:query>
    <q:return value="{len(all)} after {len(notes)}"/>
  </q:function>
  <q:function name="who"><q:return value="{session.userName}, {query.at}, {request.path}"/></q:function>
  <q:function name="leave"><q:redirect url="/elsewhere"/></q:function>
  <p>{times(2)}</p>
</q:component>
`;

const card = `<q:component name="Price">
  <q:param name="cents" type="integer" required="true"/>
  <q:function name="euros"><q:param name="amount" type="integer"/><q:return value="€{amount // 100} of {cents}"/></q:function>
  <span>{euros(cents)}</span>
</q:component>
`;

const inScope = / \(in scope: .*\)$/;

async function startFunctions(t: TestContext): Promise<TryOutApp> {
  const root = await application(t);
  await mkdir(path.join(root, 'components/shop'));
  for (const [file, text] of Object.entries({
    'sums.q': page,
    '_parts/price.q': card,
    'shop/Tag.q': card.replaceAll('Price', 'Tag'),
    'staff.q': page.replace('name="Sums"', 'name="Staff" require_auth="true"'),
  }))
    await writeFile(path.join(root, 'components', file), text);
  return startTryOuts(t, root);
}

type Called = Partial<Omit<TryOutRequest, 'fields'>>;

const call = (
  { send }: TryOutApp,
  name: string,
  given: Readonly<Record<string, string>>,
  rest: Called = {},
): Promise<TryOutAnswer> =>
  send({
    ...{ filePath: 'components/sums.q', url: '/sums', action: null, function: name },
    ...{ fields: fieldsOf(given), ...rest },
  });

void test('a function says what it takes and returns, by the rules that the framework holds it to', async (t) => {
  const { form, refused } = await startFunctions(t);
  const { functions: found, path: address } = await form('components/sums.q');
  assert.equal(address, '/sums');
  const [add, , joined, size] = found;
  assert.deepEqual(
    [add?.name, add?.returns, add?.params.map(({ required }) => required)],
    ['add', 'integer', [true, false]],
  );
  assert.deepEqual(add?.params[0]?.rules, { max: '100' });
  assert.deepEqual(
    joined?.params[1]?.options.map(({ value }) => value),
    ['true', 'false'],
  );
  assert.equal(size?.params[0]?.options.length, 3);
  const part = await form('components/_parts/price.q');
  assert.deepEqual([part.path, part.actions, part.functions.length], ['/', [], 1]);
  const problem = await refused('/form', { filePath: 'components/_parts/card.q' });
  assert.match(problem.detail, /answers no address/);
});

void test('a call comes to what a page of the project gets by q:invoke', async (t) => {
  const tryOuts = await startFunctions(t);
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['add', { a: '2' }],
    ['add', { a: '2', b: '{rate * 2}' }],
    ['add', { a: '101' }],
    ['add', {}],
    ['add', { a: 'two' }],
    ['times', { n: '1.5' }],
    ['times', {}],
    ['joined', { words: "{['a', 'b']}" }],
    ['joined', { words: "{['a', 'b']}", loud: 'false' }],
    ['size', { s: 'm' }],
    ['size', { s: 'xl' }],
    ['pair', {}],
    ['silent', {}],
    ['wrong', { n: '1' }],
  ];
  const truth = await framework(cases);
  for (const [index, [name, given]] of cases.entries()) {
    const { call: made } = await call(tryOuts, name, given);
    const { type, text = '' } = made?.value ?? {};
    const said = type === 'list' ? JSON.stringify(JSON.parse(text)) : type && `${type} ${text}`;
    // A page has more names in scope than the function's, and the framework lists only a few.
    const failure = made?.error?.message.replace(inScope, '');
    assert.equal(
      said ?? failure,
      truth[index]?.replace(inScope, ''),
      `${name} ${JSON.stringify(given)}`,
    );
  }
});

void test('its SQL is told apart from the page’s, with times, and it works on a copy of the data', async (t) => {
  const tryOuts = await startFunctions(t);
  const { call: made, steps } = await call(tryOuts, 'noted', { password: 'swordfish' });
  assert.equal(made?.value?.text, '1 after 0');
  assert.deepEqual(
    made.queries.map(({ sql, rows }) => [sql.split(' ')[0], rows]),
    [
      ['INSERT', 1],
      ['SELECT', 1],
    ],
  );
  assert.deepEqual(made.queries[0]?.params, { text: 'swordfish' });
  assert.ok(made.ms > 0);
  assert.match(steps[0]?.queries[0]?.sql ?? '', /^SELECT id, text/);
  const [entry] = await tryOuts.history();
  assert.deepEqual([entry?.function, entry?.failed], ['noted', false]);
  assert.ok(!JSON.stringify(entry).includes('swordfish'));
});

void test('it is called where its page has run: at the address, by whom one chooses', async (t) => {
  const tryOuts = await startFunctions(t);
  const session = { user: 'Ann' };
  const seen = await call(tryOuts, 'who', {}, { url: '/sums?at=noon', session });
  assert.equal(seen.call?.value?.text, 'Ann, noon, /sums');
  const stranger = await call(
    tryOuts,
    'add',
    { a: '1' },
    { filePath: 'components/staff.q', url: '/staff' },
  );
  assert.equal(stranger.call, null);
  assert.equal(stranger.steps[0]?.status, 302);
  assert.equal((await tryOuts.history())[0]?.failed, true);
  const left = await call(tryOuts, 'leave', {});
  assert.deepEqual([left.call?.value, left.call?.error], [null, null]);
  assert.equal(left.steps[0]?.status, 302);
});

void test('functions of a part, and of a component that needs props, are called as a page calls it', async (t) => {
  const tryOuts = await startFunctions(t);
  for (const [filePath, url] of [
    ['components/_parts/price.q', '/'],
    ['components/shop/Tag.q', '/shop/Tag'],
  ] as const) {
    const { call: made } = await call(tryOuts, 'euros', { amount: '250' }, { filePath, url });
    assert.equal(made?.value?.text, '€2 of 1', filePath);
  }
});

void test('an unsaved function is called, and a failure has its place in that text', async (t) => {
  const tryOuts = await startFunctions(t);
  const texts = [{ filePath: 'components/sums.q', text: page.replace('{nowhere + n}', '{1 / 0}') }];
  const { call: made } = await call(tryOuts, 'wrong', { n: '1' }, { texts });
  assert.match(made?.error?.message ?? '', /division by zero/i);
  const line = page.split('\n').findIndex((one) => one.includes('nowhere')) + 1;
  assert.deepEqual([made?.error?.filePath, made?.error?.line], ['components/sums.q', line]);
  const { call: given } = await call(tryOuts, 'wrong', { n: '{nothing}' });
  assert.match(given?.error?.message ?? '', /^n: .*'nothing' is not defined/);
  assert.equal(given?.error?.filePath, null);
});

void test('what no function can be asked for is refused with what to do', async (t) => {
  const tryOuts = await startFunctions(t);
  const request = {
    ...{ filePath: 'components/sums.q', url: '/sums', action: null, function: 'add' },
    ...{ target: 'preview', fields: fieldsOf({ a: '1' }) },
  };
  const refusals: readonly (readonly [object, RegExp])[] = [
    [{ ...request, function: 'gone' }, /sums\.q has no function “gone”/],
    [{ ...request, fields: fieldsOf({ c: '1' }) }, /add has no parameter “c”/],
    [{ ...request, target: 'running' }, /Call the function in the preview/],
  ];
  for (const [asked, words] of refusals)
    assert.match(JSON.stringify(await tryOuts.refused('', asked)), words);
  const test = { name: 'adds', testFile: 'tests/sums.test.q', request };
  assert.match((await tryOuts.refused('/test', test)).detail, /cannot call a function/);
});

/** What `q:invoke` of the framework itself comes to, without anything of ours. */
async function framework(
  cases: readonly (readonly [string, Readonly<Record<string, string>>])[],
): Promise<string[]> {
  const script = `
import json, sys
from quantum.core.parser import QuantumParser
from quantum.runtime.component import ComponentRuntime
functions, cases = json.loads(sys.argv[1])
names = {bool: 'boolean', int: 'integer', float: 'number', str: 'text'}
answers = []
for name, given in cases:
    params = ''.join('<q:param name="%s" value="%s"/>' % one for one in given.items())
    page = '<q:component name="P" xmlns:q="https://quantum.lang/ns">%s<q:invoke name="came" function="%s" onerror="continue">%s</q:invoke></q:component>' % (functions, name, params)
    runtime = ComponentRuntime()
    runtime.execute_component(QuantumParser(use_cache=False).parse(page))
    result = runtime.execution_context.get_variable('came_result')
    value = runtime.execution_context.get_variable('came') if result['success'] else None
    if not result['success']:
        answers.append(result['error']['message'].split('\\n  at line')[0])
    elif isinstance(value, list):
        answers.append(json.dumps(value, separators=(',', ':')))
    else:
        answers.append('nothing ' if value is None else '%s %s' % (names[type(value)], value))
print('\\n'.join(map(json.dumps, answers)))
`;
  const input = JSON.stringify([functions, cases]);
  const { stdout } = await promisify(execFile)(await quantumPython(), ['-c', script, input]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string);
}
