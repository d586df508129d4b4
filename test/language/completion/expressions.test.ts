import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsIn, labelsIn, taken } from './completionsIn.js';

const body = `
  <q:query name="rows" datasource="db">SELECT id, title FROM products</q:query>
  <q:set name="session.cart" value="{rows}"/>
  <q:set name="count" value="1"/>`;
const page = (text: string): string => `<q:component name="p">${body}\n${text}\n</q:component>`;

describe('expressions', () => {
  it('know the variables of the page, the nearest first, then scopes and functions', () => {
    const items = itemsIn(page('<p>{|}</p>'));
    assert.deepEqual(
      items.slice(0, 3).map(({ label, description }) => `${label} ${description ?? ''}`),
      ['count q:set', 'rows q:query', 'rows_result q:query'],
    );
    const labels = items.map(({ label }) => label);
    assert.ok(labels.indexOf('session') < labels.indexOf('dateFormat'));
    assert.equal(items.find(({ label }) => label === 'round')?.detail, '(value, digits=0)');
  });

  it('know a loop variable inside of the loop only', () => {
    const loop = '<q:loop var="item" items="{rows}"><p>{A}</p></q:loop><p>{B}</p>';
    assert.equal(labelsIn(page(loop.replace('A', '|')))[0], 'item');
    assert.ok(!labelsIn(page(loop.replace('B', '|'))).includes('item'));
  });

  it('know what is behind a point', () => {
    assert.deepEqual(labelsIn(page('<q:loop query="rows"><p>{rows.|}</p></q:loop>')), [
      'id',
      'title',
    ]);
    assert.deepEqual(labelsIn(page('<p>{rows[0].|}</p>')), ['id', 'title']);
    assert.ok(labelsIn(page('<p>{rows_result.|}</p>')).includes('recordCount'));
    assert.deepEqual(labelsIn(page('<p>{rows_result.error.|}</p>')), ['message']);
    assert.deepEqual(labelsIn(page('<p>{session.|}</p>')), ['cart']);
    assert.deepEqual(labelsIn(page('<p>{request.|}</p>')), ['method', 'path', 'url']);
  });

  it('know in an action what was sent to it, and nothing of the page', () => {
    const action =
      '<q:action name="a"><q:param name="title"/><q:set name="x" value="{|}"/></q:action>';
    const labels = labelsIn(page(action));
    assert.ok(labels.includes('title'));
    assert.ok(!labels.includes('count'));
    assert.ok(labelsIn(page(action.replace('{|}', '{form.|}'))).includes('title'));
  });

  it('stand in conditions without braces', () => {
    assert.equal(labelsIn(page('<q:if condition="|">x</q:if>'))[0], 'count');
    assert.equal(
      taken(page('<q:if condition="co|">x</q:if>'), 'count'),
      page('<q:if condition="count">x</q:if>'),
    );
    assert.equal(
      taken(page('<q:if condition="{co|} &gt; 3">x</q:if>'), 'count'),
      page('<q:if condition="{count} &gt; 3">x</q:if>'),
    );
    assert.deepEqual(labelsIn(page('<q:if condition="count |">x</q:if>')).slice(0, 2), [
      'and',
      'or',
    ]);
  });

  it('are whole, braces and all, where a value is evaluated and nothing is written', () => {
    assert.equal(
      taken(page('<ui:input value="|"/>'), '{count}'),
      page('<ui:input value="{count}"/>'),
    );
    assert.equal(
      taken(page('<q:set name="b" value=|/>'), '{count}'),
      page('<q:set name="b" value="{count}"/>'),
    );
  });

  it('are finished where the brace is still missing', () => {
    assert.equal(taken(page('<p>{co|</p>'), 'count'), page('<p>{count</p>'));
    assert.equal(taken(page('<p>{co| and more</p>'), 'count'), page('<p>{count and more</p>'));
    assert.ok(labelsIn(page('<a href="/x?y={|">x</a>')).includes('count'));
  });

  it('are not proposed in text, in strings, or where braces are not evaluated', () => {
    assert.deepEqual(labelsIn(page('<p>{rows == "|"}</p>')), []);
    assert.deepEqual(labelsIn(page('<q:query name="{|}" datasource="db"/>')), []);
    assert.deepEqual(labelsIn(page('<q:if condition="count &|lt; 5">x</q:if>')), []);
  });
});
