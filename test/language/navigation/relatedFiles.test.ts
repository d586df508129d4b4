import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { relatedFiles } from '../../../src/language/navigation/relatedFiles.js';
import { EditedProject } from './editedProject.js';

const layout = '<q:import component="Frame" from="_layout"/>';
const texts = new Map([
  ['static/site.css', ''],
  ['components/_layout/Frame.q', '<q:component name="Frame"><Head/><q:slot/></q:component>'],
  ['components/Head.q', '<q:component name="Head"><link href="/static/site.css"/></q:component>'],
  ['components/Price.q', '<q:component name="Price"><p/></q:component>'],
  [
    'components/cart.q',
    `<q:component name="cart">${layout}<Frame><p/><Price/></Frame></q:component>`,
  ],
  ['components/lone.q', '<q:component name="lone"/>'],
  ['tests/shop.test.q', '<q:test name="t" page="/lone"><test:visit path="/cart?x=1"/></q:test>'],
  ['tests/Price.test.q', '<q:test name="t" page="/nowhere"><test:visit/></q:test>'],
]);

const related = (path: string): string[] =>
  relatedFiles(path, new EditedProject(texts).project).map(
    (file) =>
      `${file.kind} ${file.path} ${texts.get(file.path)!.slice(file.start, file.start + 5)}`,
  );

describe('related files', () => {
  it('of a page are its tests, its layout and its style', () =>
    assert.deepEqual(related('components/cart.q'), [
      'test tests/shop.test.q /cart',
      'layout components/_layout/Frame.q <q:co',
      'style static/site.css ',
    ]));

  it('of a component are the pages that use it, with their tests and one of its name', () =>
    assert.deepEqual(related('components/Price.q'), [
      'test tests/shop.test.q /cart',
      'test tests/Price.test.q <q:te',
      'page components/cart.q Price',
    ]));

  it('of a test are the pages it visits', () =>
    assert.deepEqual(related('tests/shop.test.q'), [
      'page components/lone.q <q:co',
      'page components/cart.q <q:co',
    ]));

  it('of a file that nobody knows are none', () =>
    assert.deepEqual(related('components/gone.q'), []));
});
