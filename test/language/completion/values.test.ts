import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsIn, taken } from './completionsIn.js';

const page = (body: string): string => `<q:component name="p">\n${body}\n</q:component>`;

describe('attributes', () => {
  it('begin with those that must be there, without those that are', () => {
    const labels = labelsIn(page('<q:set |/>'));
    assert.deepEqual(labels.slice(0, 2), ['name', 'value']);
    assert.ok(!labelsIn(page('<q:set name="a" |/>')).includes('name'));
    // Removed: it has no effect.
    assert.ok(!labels.includes('persist'));
  });

  it('propose one of a group only as long as none is there', () => {
    const first = labelsIn(page('<q:invoke |/>')).slice(0, 5);
    assert.ok(first.includes('function') && first.includes('service'));
    const later = labelsIn(page('<q:invoke service="a" |/>'));
    assert.ok(later.indexOf('function') > later.indexOf('method'));
  });

  const rows: [string, string, string][] = [
    ['<q:set |/>', 'name', '<q:set name=""/>'],
    ['<q:set na|/>', 'name', '<q:set name=""/>'],
    ['<q:set na|="a"/>', 'name', '<q:set name="a"/>'],
    ['<q:set name="a" |', 'value', '<q:set name="a" value=""'],
    ['<input | />', 'name', '<input name="" />'],
    ['<input | />', 'required', '<input required />'],
  ];
  for (const [before, label, after] of rows) {
    it(`write ${label} in ${before}`, () => {
      assert.equal(taken(page(before), label), page(after));
    });
  }

  it('of an unfinished tag are proposed on the lines behind it', () => {
    assert.equal(labelsIn(page('<q:set\n  |'))[0], 'name');
  });

  it('of HTML are those of the element before those of all', () => {
    const labels = labelsIn(page('<input |/>'));
    assert.equal(labels[0], 'type');
    assert.ok(labels.indexOf('class') > labels.indexOf('placeholder'));
  });
});

describe('values', () => {
  it('are those of the catalogue, the default behind the others', () => {
    assert.deepEqual(labelsIn(page('<q:loop type="|"/>')), ['array', 'list', 'query', 'range']);
    assert.deepEqual(labelsIn(page('<q:query paginate="|"/>')), ['true', 'false']);
  });

  const rows: [string, string, string][] = [
    ['<q:loop type="|"/>', 'array', '<q:loop type="array"/>'],
    ['<q:loop type="ar|"/>', 'array', '<q:loop type="array"/>'],
    ['<q:loop type="|range" var="a"/>', 'array', '<q:loop type="array" var="a"/>'],
    ['<q:loop type=|/>', 'array', '<q:loop type="array"/>'],
    ['<q:loop type=| var="a"/>', 'array', '<q:loop type="array" var="a"/>'],
    ['<q:loop type=ar|/>', 'array', '<q:loop type="array"/>'],
    ['<q:loop type="ar|', 'array', '<q:loop type="array"'],
    ['<q:loop type="| var="a"/>', 'array', '<q:loop type="array" var="a"/>'],
    ["<q:loop type='|'/>", 'array', "<q:loop type='array'/>"],
    ['<button type="|">x</button>', 'submit', '<button type="submit">x</button>'],
  ];
  for (const [before, label, after] of rows) {
    it(`write ${label} in ${before}`, () => {
      assert.equal(taken(page(before), label), page(after));
    });
  }

  it('name what the document declares', () => {
    const body = `
      <q:action name="save"><q:param name="title" type="string"/><q:param name="price" type="number"/></q:action>
      <q:function name="total"><q:return value="{1}"/></q:function>
      <q:query name="rows" datasource="db">SELECT id, title FROM products</q:query>
      <q:set name="other" value="1"/>`;
    const labels = (tag: string): string[] => labelsIn(page(body + tag));
    assert.deepEqual(labels('<ui:button on-click="|">x</ui:button>'), ['save']);
    assert.deepEqual(labels('<q:invoke function="|"/>'), ['total']);
    assert.deepEqual(labels('<q:loop query="|"></q:loop>'), ['rows']);
    assert.deepEqual(labels('<q:query name="b" datasource="|"/>'), ['db']);
    assert.deepEqual(
      labels('<ui:form on-submit="save"><ui:input bind="|"/></ui:form>').slice(0, 2),
      ['title', 'price'],
    );
  });
});
