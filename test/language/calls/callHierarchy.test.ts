import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  incomingCalls,
  outgoingCalls,
  type Calls,
} from '../../../src/language/calls/callHierarchy.js';
import { callItemAt } from '../../../src/language/calls/callItem.js';
import { EditedProject } from '../navigation/editedProject.js';

const texts = new Map([
  ['components/Card.q', '<q:component name="own"><Price/></q:component>'],
  ['components/Price.q', '<q:component name="Price"/>'],
  [
    'components/a.q',
    '<q:component name="a"><q:import component="Card" as="Box"/><Box/><Box/></q:component>',
  ],
  [
    'components/p.q',
    '<q:component name="p"><q:function name="f"><q:return value="{g(1) + g(2)}"/></q:function>' +
      '<q:function name="g"><q:return value="{upper(\'x\')}"/></q:function>' +
      '<q:set name="x" value="{f()}"/><p>{g(3)}</p><Card/></q:component>',
  ],
]);

/** The item at the text `at` of a page, and who calls it and is called, each with the calling texts. */
async function hierarchy(path: string, at: string) {
  const project = new EditedProject(texts);
  const context = project.context(path)!;
  const offset = context.document.text.indexOf(at) + 1;
  const item = await callItemAt(context, offset, project.read);
  if (!item) return null;
  const shown = (calls: readonly Calls[], by: (call: Calls) => string): string[] =>
    calls.map((call) => {
      const { name, path: file } = call.item;
      const places = call.places.map(({ start, end }) => texts.get(by(call))!.slice(start, end));
      return `${name} (${file ?? ''}): ${places.join(' ')}`;
    });
  return {
    item: `${item.kind} ${item.name}`,
    incoming: shown(await incomingCalls(item, project.read), (call) => call.item.path!),
    outgoing: shown(await outgoingCalls(item, project.read), () => item.path!),
  };
}

describe('who calls whom', () => {
  it('of a function, asked at its definition', async () => {
    assert.deepEqual(await hierarchy('components/p.q', 'f">'), {
      item: 'function f',
      incoming: ['p (components/p.q): f'],
      outgoing: ['g (components/p.q): g g'],
    });
  });

  it('of a function, asked at a call', async () => {
    assert.deepEqual(await hierarchy('components/p.q', 'g(3)'), {
      item: 'function g',
      incoming: ['f (components/p.q): g g', 'p (components/p.q): g'],
      outgoing: [],
    });
  });

  it('of a component, asked at a call, by whatever name an import gives it', async () => {
    const expected = {
      item: 'component Card',
      incoming: ['a (components/a.q): Box Box', 'p (components/p.q): Card'],
      outgoing: ['Price (components/Price.q): Price'],
    };
    assert.deepEqual(await hierarchy('components/p.q', 'Card/'), expected);
    assert.deepEqual(await hierarchy('components/a.q', 'Box/'), expected);
  });

  it('of a page, asked at its outermost tag', async () => {
    assert.deepEqual(await hierarchy('components/p.q', 'q:component'), {
      item: 'component p',
      incoming: [],
      outgoing: [
        'f (components/p.q): f',
        'g (components/p.q): g',
        'Card (components/Card.q): Card',
      ],
    });
  });

  it('of what is not called is nothing', async () => {
    assert.equal(await hierarchy('components/p.q', 'upper'), null);
  });
});
