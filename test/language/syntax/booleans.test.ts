import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOn, isRequired } from '../../../src/language/syntax/booleans.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { childElements, type Element } from '../../../src/language/syntax/element.js';
import { compareTrees } from '../../support/pageTrees.js';

const query = '<q:query name="r" datasource="d" page_size="5" FLAG>SELECT 1 AS x</q:query>';

/** A page for each flag that is read, and the element that has it. */
const flags: readonly {
  readonly name: string;
  readonly page: string;
  readonly element: (root: Element) => Element | undefined;
  readonly read: (element: Element) => boolean;
}[] = [
  {
    name: 'require_auth',
    page: '<q:component name="p" FLAG><p>x</p></q:component>',
    element: (root) => root,
    read: (element) => isOn(element, 'require_auth'),
  },
  ...['paginate', 'sortable'].map((name) => ({
    name,
    page: `<q:component name="p">${query}<p>x</p></q:component>`,
    element: (root: Element) => childElements(root)[0],
    read: (element: Element) => isOn(element, name),
  })),
  {
    name: 'sort',
    page: '<q:component name="p"><ui:table source="{r}" FLAG /></q:component>',
    element: (root) => childElements(root)[0],
    read: (element) => isOn(element, 'sort'),
  },
  ...[
    ['<q:component name="p">', '</q:component>'],
    ['<q:component name="p"><q:function name="f">', '</q:function></q:component>'],
    ['<q:component name="p"><q:action name="f">', '</q:action></q:component>'],
  ].map(([before, after]) => ({
    name: 'required',
    page: `${before}<q:param name="a" FLAG />${after}`,
    element: paramIn,
    read: isRequired,
  })),
];

const values = ['true', 'TRUE', 'True', '1', 'yes', 'YES', 'on', 'y', 't', '', ' true', 'no', '0'];

function paramIn(root: Element): Element | undefined {
  const all = childElements(root);
  return (
    all.find(({ tag }) => tag.name === 'q:param') ?? all.flatMap((one) => paramIn(one) ?? []).at(0)
  );
}

describe('a flag', () => {
  it('counts as set exactly where the framework takes it for what "true" is', async () => {
    const asked = flags.flatMap((flag) => values.map((value) => ({ flag, value })));
    const written = ({ page, name }: (typeof flags)[number], value: string): string =>
      page.replace('FLAG', `${name}="${value}"`);
    const verdicts = await compareTrees(
      asked.map(({ flag, value }) => ({
        before: written(flag, 'true'),
        after: written(flag, value),
        dialect: 'page',
      })),
    );
    assert.ok(verdicts.every(({ refused }) => !refused));
    const ours = asked.map(({ flag, value }) => {
      const [root] = new SyntaxDocument(written(flag, value), 'page').roots;
      const element = root && flag.element(root);
      return `${flag.page} ${value}: ${element !== undefined && flag.read(element)}`;
    });
    const theirs = asked.map(
      ({ flag, value }, at) => `${flag.page} ${value}: ${verdicts[at]?.differs === null}`,
    );
    assert.deepEqual(ours, theirs);
  });
});
