import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { data, generate, newest, readReading } from '../../scripts/catalogue.js';
import { interview } from '../../scripts/catalogue/reading.js';
import { catalogueFor } from '../../src/language/catalogue/catalogueFor.js';
import { attributeOf, tagOf } from '../../src/language/catalogue/lookups.js';
import { keyOf } from '../../src/language/catalogue/readCatalogue.js';
import type { Family } from '../../src/language/catalogue/types.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { count, seed } from '../support/slice.js';

const families: Record<Family, string> = {
  '1.0': '1.0.1',
  '0.22': '0.22.0',
  '0.16': '0.16.0',
  '0.9': '0.9.0',
  legacy2026: 'legacy2026',
  legacy2025: 'legacy2025',
};

describe('the catalogue', () => {
  it('is what the readings and the completion make', async () => {
    const { files, gaps } = await generate();
    assert.deepEqual(gaps, []);
    for (const [name, text] of files) {
      const committed = await readFile(path.join(data, name), 'utf8');
      assert.equal(committed, text, `${name} is stale: npm run catalogue`);
    }
  });

  it('says of the installed framework what it answers now', async () => {
    const reading = await readReading(newest);
    const all = Object.keys(reading.tags);
    // A slice of the tags each time, in turn by the seed; all of them in the soak.
    const some = count(12, all.length);
    const start = seed % all.length;
    const asked = Array.from(
      { length: some },
      (_, index) => all[(start + index * 17) % all.length]!,
    );
    const wanted = some === all.length ? all : [...new Set(asked)];
    const now = await interview(await quantumPython(), wanted);
    assert.equal(now.release, newest);
    for (const key of wanted) {
      assert.deepEqual(now.tags[key], reading.tags[key], `${key} (QUANTUM_SEED=${seed})`);
    }
    assert.deepEqual({ ...now, tags: {} }, { ...reading, tags: {} });
    if (wanted === all) assert.deepEqual(Object.keys(now.tags), all);
  });

  it('has a sentence for every tag, attribute, function and field', () => {
    const isSentence = (text: string): boolean =>
      /^\S.*\S.*[.!?]$/s.test(text) && text.includes(' ');
    for (const version of Object.values(families)) {
      const catalogue = catalogueFor(version);
      for (const tag of catalogue.tags) {
        assert.ok(isSentence(tag.doc), `${keyOf(tag)}: ${tag.doc}`);
        for (const attribute of tag.attributes) {
          assert.ok(isSentence(attribute.doc), `${keyOf(tag)} ${attribute.name}: ${attribute.doc}`);
        }
      }
      for (const { name, doc } of [...catalogue.functions, ...catalogue.scopes]) {
        assert.ok(isSentence(doc), name);
      }
    }
  });

  it('names in parents, bindings and groups only what is there', () => {
    const catalogue = catalogueFor(null);
    const names = new Set(catalogue.tags.map(({ name }) => name));
    for (const tag of catalogue.tags) {
      for (const parent of tag.parents) {
        assert.ok(parent === '*' || names.has(parent), `${tag.name} in ${parent}`);
      }
      for (const binding of tag.binds) {
        for (const [, attribute = ''] of binding.pattern.matchAll(/\{([^}]+)\}/g)) {
          assert.ok(attributeOf(tag, attribute), `${tag.name} binds ${binding.pattern}`);
        }
        if (binding.results !== null) assert.ok(catalogue.results[binding.results], tag.name);
      }
      for (const name of [...tag.oneOf.flat(), ...Object.keys(tag.requires)]) {
        assert.ok(attributeOf(tag, name), `${tag.name} ${name}`);
      }
    }
  });
});

describe('older releases', () => {
  it('have catalogues of their own, kept once made', () => {
    for (const [family, version] of Object.entries(families)) {
      const catalogue = catalogueFor(version);
      assert.equal(catalogue.family, family);
      assert.equal(catalogueFor(version), catalogue);
    }
    assert.equal(catalogueFor(null), catalogueFor('1.0.0'));
    assert.equal(catalogueFor('2.3.4').family, '1.0');
    assert.equal(catalogueFor('nonsense').family, '1.0');
  });

  it('lack what came later', () => {
    assert.equal(tagOf(catalogueFor('0.16.0'), 'ui:pager'), undefined);
    assert.ok(tagOf(catalogueFor('0.22.0'), 'ui:pager'));
    assert.equal(tagOf(catalogueFor('0.16.0'), 'q:test'), undefined);
    const query = tagOf(catalogueFor('0.16.0'), 'q:query');
    assert.ok(query && !attributeOf(query, 'sortable'));
    assert.equal(tagOf(catalogueFor('legacy2025'), 'q:llm'), undefined);
    assert.equal(tagOf(catalogueFor('legacy2025'), 'ui:button'), undefined);
    assert.ok(tagOf(catalogueFor('legacy2026'), 'q:llm'));
  });

  it('still have what was removed since', () => {
    assert.notEqual(tagOf(catalogueFor(null), 'q:persist')?.removed, null);
    assert.equal(tagOf(catalogueFor('0.9.0'), 'q:persist')?.removed, null);
    const cache = (version: string): string | null | undefined => {
      const query = tagOf(catalogueFor(version), 'q:query');
      return query && attributeOf(query, 'cache')?.removed;
    };
    assert.equal(typeof cache('1.0.1'), 'string');
    assert.equal(cache('0.9.0'), null);
  });

  it('check less', () => {
    const operation = (version: string): string | undefined => {
      const set = tagOf(catalogueFor(version), 'q:set');
      return set && attributeOf(set, 'operation')?.valuesCheckedBy;
    };
    assert.equal(operation('1.0.1'), 'parse');
    assert.equal(operation('0.16.0'), 'validate');
    assert.equal(catalogueFor('0.16.0').behaviours.valuesChecked, false);
    assert.equal(catalogueFor('0.9.0').behaviours.uiInComponents, false);
  });
});
