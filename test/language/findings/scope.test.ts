import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, fixed, marked } from './findingsOf.js';

const page = (body: string): string => `<q:component name="p">${body}</q:component>`;
const none = (name: string, ...bodies: string[]): void => {
  it(name, () => {
    for (const body of bodies) assert.deepEqual(marked(page(body)), [], body);
  });
};
const finds = (name: string, body: string, ...expected: string[]): void => {
  it(name, () => assert.deepEqual(marked(page(body)), expected));
};
const mends = (body: string, code: string, expected: string): void => {
  it(`mends ${body}`, () => assert.equal(fixed(page(body), code), page(expected)));
};

describe('a variable that does not exist', () => {
  finds('is found in text', '<p>{foo}</p>', 'undefined-variable "foo"');
  finds('is found in an attribute of HTML', '<p class="{foo}">x</p>', 'undefined-variable "foo"');
  finds('is found in a misspelt scope', '<p>{sesion.user}</p>', 'undefined-variable "sesion"');
  finds('is found in a statement', '<q:set name="a" value="{foo}"/>', 'undefined-variable "foo"');
  finds(
    'is found in a condition, however it is written',
    '<q:if condition="not foo"><p>x</p></q:if><q:if condition="{foo} &gt; 3"><p>y</p></q:if>',
    'undefined-variable "foo"',
    'undefined-variable "foo"',
  );
  finds(
    'is found behind entities',
    '<q:set name="a" value="1"/><p>&lt;&amp; {a} {b}</p>',
    'undefined-variable "b"',
  );
  finds(
    'is found in an action that reads the page',
    '<q:set name="a" value="1"/><q:action name="s"><q:set name="b" value="{a}"/></q:action>',
    'action-reads-page "a"',
  );
  mends('<p>{sesion.user}</p>', 'undefined-variable', '<p>{session.user}</p>');
  mends(
    '<q:set name="total" value="1"/><p>{totl}</p>',
    'undefined-variable',
    '<q:set name="total" value="1"/><p>{total}</p>',
  );
  it('says what will happen', () => {
    const messages = findingsOf(
      page('<p>{foo}</p><q:if condition="foo"><p>x</p></q:if><q:log message="{foo}"/>'),
    ).map(({ message }) => message);
    assert.match(messages[0] ?? '', /visitors see \{foo\}/);
    assert.match(messages[1] ?? '', /always false/);
    assert.match(messages[2] ?? '', /stops with an error/);
  });

  none(
    'is none where something binds it',
    '<q:set name="a" value="1"/><p>{a}</p>',
    '<p>{a}</p><q:set name="a" value="1"/>',
    '<q:param name="a"/><p>{a}</p>',
    '<q:loop var="i" from="1" to="3"><p>{i}</p></q:loop>',
    '<q:loop var="i" from="1" to="3"><p>x</p></q:loop><p>{i}</p>',
    '<q:query name="t" datasource="d">SELECT id FROM t</q:query><p>{t_result.recordCount}</p>',
    '<q:function name="f"><q:param name="x"/><q:return value="{x}"/></q:function><p>{f(1)}</p>',
    '<q:action name="s"><q:param name="x"/><q:set name="y" value="{x} {form.x}"/></q:action>',
    '<p>{session.user} {request.path} {form.a} {query.b} {application.n}</p>',
    '<ui:list source="{session.rows}"><ui:item>{item.name}</ui:item></ui:list>',
  );
  none(
    'is none where the braces belong to others',
    '<style>p { color: red }</style>',
    '<p style="{ color: red }" x-data="{ open: false }" onclick="() => { save }">x</p>',
    '<code>{name}</code><pre>{a b}</pre>',
    '<p pattern="[0-9]{3}">{3} {"k": 1}</p>',
  );
  none(
    'is none where only running the page could tell',
    '<q:query name="t" datasource="d">SELECT * FROM t</q:query><q:loop query="t"><p>{title}</p></q:loop>',
    '<q:python>for k in x: q[k] = 1</q:python><p>{anything}</p>',
  );
});

describe('a variable that is set later', () => {
  finds(
    'is missing for a statement before',
    '<q:set name="b" value="{a}"/><q:set name="a" value="1"/>',
    'used-before-set "a"',
  );
  none(
    'is there in markup, in functions and the next time around',
    '<p>{a}</p><q:set name="a" value="1"/>',
    '<q:function name="f"><q:return value="{a}"/></q:function><q:set name="a" value="{1}"/><p>{f()}</p>',
    '<q:loop var="i" from="1" to="2"><q:set name="b" value="{a}"/><q:set name="a" value="{i}"/></q:loop>',
  );
});

describe('a name of a scope', () => {
  finds(
    'is found in markup without its scope',
    '<q:set name="session.cart" value="1"/><p>{cart}</p>',
    'bare-scope-name "cart"',
  );
  mends(
    '<q:set name="session.cart" value="1"/><q:if condition="cart"><p>x</p></q:if>',
    'undefined-variable',
    '<q:set name="session.cart" value="1"/><q:if condition="session.cart"><p>x</p></q:if>',
  );
});

describe('a key that may be absent', () => {
  finds(
    'is not filled in by "or" in a statement',
    '<q:set name="a" value="{query.page or 1}"/>',
    'absent-scope-key "query.page or 1"',
  );
  mends(
    `<q:set name="a" value="{query.page or '1'}"/>`,
    'absent-scope-key',
    '<q:set name="a" value="{query.page}" default="1"/>',
  );
  none(
    'is filled in by default, and asked for in conditions and markup',
    '<q:set name="a" value="{query.page}" default="1"/>',
    '<q:if condition="session.a or session.b"><p>{query.page or 1}</p></q:if>',
  );
});

describe('an expression', () => {
  finds('that ends too soon is found', '<p>{a +}</p>', 'invalid-expression "+"');
  finds(
    'with one equals sign is found',
    '<q:if condition="1 = 1"><p>x</p></q:if>',
    'invalid-expression "="',
  );
  finds('in two braces is found once', "<p>{{'k': 1}}</p>", 'invalid-expression "{"');
  finds(
    'without its brace is found',
    '<p>{a</p><p>b}</p><p>{}</p>',
    'loose-brace "{"',
    'loose-brace "}"',
    'loose-brace "{}"',
  );
  finds('that calls no function there is', '<p>{uper("a")}</p>', 'unknown-function "uper"');
  mends('<p>{uper("a")}</p>', 'unknown-function', '<p>{upper("a")}</p>');
  finds(
    'with a pattern of another language',
    '<p>{dateFormat(now(), "yyyy-MM-dd")}</p>',
    'date-format "yyyy-MM-dd"',
  );
  finds(
    'is given a unit of time that does not exist, or behind the dates',
    '<p>{dateAdd("month", 1)} {dateDiff(now(), "2026-01-01", "d")} {dateDiff("2026-01-01", now(), "d")}</p>',
    'date-unit "\\"month\\""',
    'date-unit "\\"2026-01-01\\""',
  );
  none('knows units in words', '<p>{dateAdd("Hours", 1)} {dateDiff("n", now(), now())}</p>');
  mends(
    '<p>{dateFormat(now(), "yyyy-MM-dd")}</p>',
    'date-format',
    '<p>{dateFormat(now(), "%Y-%m-%d")}</p>',
  );
});

describe('a function of the page', () => {
  const f = (body: string): string =>
    `<q:function name="f"><q:param name="x" required="true"/><q:return value="{x}"/></q:function>${body}`;
  finds('is called with what it needs', f('<p>{f()}</p>'), 'missing-argument "f"');
  finds('is not called with more', f('<p>{f(1, 2)}</p>'), 'needless-argument "f"');
  finds(
    'returns something where its value is used',
    '<q:function name="f"><q:log message="x"/></q:function><p>{f()}</p>',
    'function-without-return "f"',
  );
  finds(
    'has a name of its own',
    '<q:function name="len"><q:return value="1"/></q:function>',
    'built-in-function-name "len"',
  );
});

describe('fields', () => {
  const query = '<q:query name="t" datasource="d">SELECT id, title AS name FROM tasks</q:query>';
  finds(
    'of a result are those it has',
    `${query}<p>{t_result.recrdCount}</p>`,
    'unknown-result-field "recrdCount"',
  );
  finds(
    'of a result are not those of its rows',
    `${query}<p>{t.recordCount}</p>`,
    'unknown-result-field "recordCount"',
  );
  mends(
    `${query}<p>{t.recordCount}</p>`,
    'unknown-result-field',
    `${query}<p>{t_result.recordCount}</p>`,
  );
  finds('of a row are the columns', `${query}<p>{t[0].titel}</p>`, 'unknown-column "titel"');
  finds(
    'of a row in a loop are the columns, in conditions too',
    `${query}<q:loop var="r" items="{t}"><q:if condition="r.nam"><p>{r.name}</p></q:if></q:loop>`,
    'unknown-column "nam"',
  );
  none(
    'of unknown queries are not judged',
    '<q:query name="t" datasource="d">SELECT * FROM t</q:query><p>{t[0].x}</p>',
  );
});

describe('a loop', () => {
  finds(
    'goes over a query that exists',
    '<q:loop query="nope"><p>x</p></q:loop>',
    'unknown-query "nope"',
  );
  finds(
    'has a variable of its own',
    '<q:set name="i" value="1"/><q:loop var="i" from="1" to="3"><p>{i}</p></q:loop>',
    'loop-overwrites-variable "i"',
  );
});

describe('a guard', () => {
  const action = '<q:action name="s"><q:redirect url="/"/></q:action>';
  finds(
    'of a page with actions reads no variable of the page',
    `<q:set name="a" value="1"/><q:if condition="a"><q:redirect url="/x"/></q:if>${action}`,
    'guard-reads-page "a"',
  );
  none(
    'reads scopes, and anything where there is no action',
    `<q:if condition="session.a"><q:redirect url="/x"/></q:if>${action}`,
    '<q:set name="a" value="1"/><q:if condition="a"><q:redirect url="/x"/></q:if>',
  );
});
