import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueFor } from '../../src/language/catalogue/catalogueFor.js';
import { attributeOf, livingAttributes, tagOf } from '../../src/language/catalogue/lookups.js';
import { isKnownElement } from '../../src/language/catalogue/htmlElements.js';
import { closest, nearest } from '../../src/language/catalogue/nearest.js';

const catalogue = catalogueFor(null);

describe('looking up the language', () => {
  it('knows the same name by the tag around it', () => {
    const inQuery = tagOf(catalogue, 'q:param', ['q:query', 'q:component']);
    const inFunction = tagOf(catalogue, 'q:param', ['q:function', 'q:component']);
    assert.equal(inQuery?.context, 'q:query');
    assert.equal(inFunction?.context, null);
    assert.ok(attributeOf(inQuery, 'scale'));
    assert.equal(attributeOf(inFunction, 'scale'), undefined);
    assert.equal(tagOf(catalogue, 'q:message', ['q:llm'])?.context, 'q:llm');
    assert.equal(tagOf(catalogue, 'q:message', ['q:component'])?.context, null);
    assert.equal(tagOf(catalogue, 'q:nonsense'), undefined);
  });

  it('takes an alias for its attribute, and the case of letters as it is', () => {
    const query = tagOf(catalogue, 'q:query')!;
    assert.equal(attributeOf(query, 'page_size')?.name, 'pageSize');
    assert.equal(attributeOf(query, 'pagesize'), undefined);
  });

  it('keeps removed attributes apart from those to offer', () => {
    const query = tagOf(catalogue, 'q:query')!;
    assert.notEqual(attributeOf(query, 'cache')?.removed, null);
    assert.ok(!livingAttributes(query).some((attribute) => attribute.name === 'cache'));
  });

  it('gives every widget the layout attributes once', () => {
    const box = tagOf(catalogue, 'ui:vbox')!;
    assert.deepEqual(attributeOf(box, 'stack-below')?.values, ['sm', 'md', 'lg']);
    for (const tag of catalogue.tags) {
      const names = tag.attributes.map((attribute) => attribute.name);
      assert.equal(new Set(names).size, names.length, tag.name);
    }
  });

  it('tells statements from what belongs inside them', () => {
    const statements = catalogue.tags.filter((tag) => tag.isStatement && tag.removed === null);
    const names = statements.map((tag) => tag.name);
    assert.ok(names.includes('q:query') && names.includes('q:set'));
    assert.ok(!names.includes('q:column') && !names.includes('q:persist'));
    assert.deepEqual(tagOf(catalogue, 'q:llm')?.children, ['q:message', 'q:prompt', 'q:system']);
  });
});

describe('did you mean', () => {
  const tags = ['q:set', 'q:sort', 'q:loop', 'q:log', 'q:else', 'q:elseif'];

  it('finds the slip of a finger', () => {
    assert.equal(closest('q:sett', tags), 'q:set');
    assert.equal(closest('q:lopo', tags), 'q:loop');
    assert.equal(closest('q:esle', tags), 'q:else');
    assert.equal(closest('valeu', ['value', 'default', 'values']), 'value');
    assert.equal(closest('conditon', ['condition']), 'condition');
  });

  it('prefers what differs in case alone', () => {
    assert.equal(closest('pagesize', ['pageSize', 'pagesizes']), 'pageSize');
    assert.equal(closest('Name', ['name', 'Names']), 'name');
  });

  it('says nothing rather than something far away', () => {
    assert.deepEqual(nearest('frobnicate', tags), []);
    assert.deepEqual(nearest('', ['name']), []);
  });

  it('answers the same for candidates in any order', () => {
    const answer = nearest('q:lo', tags);
    assert.deepEqual(nearest('q:lo', tags.toReversed()), answer);
  });
});

describe('elements a browser knows', () => {
  it('are those of HTML, SVG and MathML, and custom ones', () => {
    for (const name of ['div', 'h1', 'dialog', 'svg', 'linearGradient', 'mfrac', 'my-widget']) {
      assert.ok(isKnownElement(name), name);
    }
    for (const name of ['dvi', 'Div', 'butto', 'h7']) assert.ok(!isKnownElement(name), name);
    for (const name of catalogue.voidElements) assert.ok(isKnownElement(name), name);
  });
});
