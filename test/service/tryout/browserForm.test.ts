import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formFields } from '../../../src/service/tryout/exchange.js';
import { addressOf, partsOf, sentFields } from '../../../webviews/tryout/sentFields.js';
import { openBrowser } from '../running/runApp.js';
import { application, startTryOuts } from './tryOutApp.js';

const word = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/[\r\n]/g, ''));
const filled = fc.record({
  ...{ text: word, count: word, email: word, code: word, password: word },
  size: fc.constantFrom('s', 'm', 'l'),
  loud: fc.boolean(),
});

/** Fills the form that the framework drew, and says what the browser would send of it. */
const browserSends = (values: object): string => `(() => {
  const form = document.querySelector('form');
  for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
    const field = form.querySelector('[name="' + name + '"]');
    if (typeof value === 'boolean') field.checked = value;
    else {
      field.setAttribute('type', field.tagName === 'INPUT' ? 'text' : '');
      field.value = value;
    }
  }
  return [...new FormData(form)];
})()`;

void test('what is sent is what a browser sends of the form that the framework draws', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  const { actions } = await tryOuts.form('components/index.q');
  const add = actions.find(({ name }) => name === 'add');
  assert.ok(add);
  const { html } = await tryOuts.send({ action: null });
  const page = await (await openBrowser(t)).newPage();
  await page.setContent(html);
  await fc.assert(
    fc.asyncProperty(filled, async ({ loud, ...texts }) => {
      const ours = sentFields(add.params, { ...texts, loud: loud ? 'on' : '' }, new Map());
      const sent = formFields(add, ours).map(({ name, value }) => [name, value]);
      const theirs: unknown = await page.evaluate(browserSends({ ...texts, loud }));
      assert.deepEqual(sent, theirs);
    }),
    { numRuns: 60 },
  );
});

void test('an address is what its parts and its query make of it, and gives them back', () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      part,
      fc.array(
        part.filter((one) => !one.includes('/')),
        { minLength: 1 },
      ),
      (id, rest) => {
        const parts = { id, way: rest.join('/') };
        const address = addressOf('/orders/[id]/[...way]', parts, '?page=2');
        assert.ok(address);
        assert.deepEqual(partsOf('/orders/[id]/[...way]', address), { parts, query: 'page=2' });
      },
    ),
  );
  assert.equal(addressOf('/orders/[id]', {}, ''), null);
});
