import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lensesIn, titleOf, usesOfLens } from '../../../src/language/lenses/lensesIn.js';
import { sendLensesIn } from '../../../src/language/lenses/sendLenses.js';
import { EditedProject } from '../navigation/editedProject.js';

const project = new EditedProject(
  new Map([
    [
      'components/Card.q',
      '<q:component name="own"><q:param name="title"/><q:param name="size"/><p>{title}</p></q:component>',
    ],
    ['components/Alone.q', '<q:component name="Alone"/>'],
    ['components/a.q', '<q:component name="a"><Card title="1"/><Card title="2"/></q:component>'],
    [
      'components/b.q',
      '<q:component name="b"><q:import component="Card" as="Box"/><Box title="3"/></q:component>',
    ],
    [
      'components/p.q',
      '<q:component name="p"><q:query name="rows" datasource="db">SELECT 1 AS x WHERE 1 = :y<q:param name="y" value="1"/></q:query>' +
        '<q:function name="f"><q:param name="n"/><q:return value="{n}"/></q:function><q:action name="save"/>' +
        '<q:function/><p>{f(1)} {f(2)} {rows_result.recordCount}</p></q:component>',
    ],
    [
      'components/_parts/q.q',
      '<q:component name="q"><q:action name="no"/><q:function name="g"/><q:agent name="a"><q:tool name="t"><q:function name="h"/></q:tool></q:agent></q:component>',
    ],
    ['tests/p.test.q', '<q:test name="t" page="/p"><test:submit action="save"/></q:test>'],
  ]),
);

/** What stands above which name of a page. */
async function lenses(path: string): Promise<string[]> {
  const context = project.context(path)!;
  return Promise.all(
    lensesIn(context).map(async (lens) => {
      const uses = await usesOfLens(lens, context, project.read);
      return `${context.document.text.slice(lens.start, lens.end)}: ${titleOf(lens, uses)}`;
    }),
  );
}

describe('lenses', () => {
  it('count the pages of a component, whatever it calls itself, and what they hand it', async () => {
    assert.deepEqual(await lenses('components/Card.q'), [
      'own: used by 2 pages',
      'title: 4 references',
      'size: 0 references',
    ]);
    assert.deepEqual(await lenses('components/Alone.q'), ['Alone: used by 0 pages']);
  });

  it('count the references of what a page defines, those of its tests as well', async () => {
    assert.deepEqual(await lenses('components/p.q'), [
      'rows: 1 reference',
      'f: 2 references',
      'save: 1 reference',
    ]);
  });

  it('send requests to a page and its actions, where it has an address, and call functions anywhere', () => {
    const sent = (path: string): string[] =>
      sendLensesIn(project.context(path)!).map(({ action, function: called, start, end }) => {
        const text = project.context(path)!.document.text.slice(start, end);
        return `${text}: ${called === null ? (action ?? 'the page') : `${called}()`}`;
      });
    assert.deepEqual(sent('components/p.q'), [
      '<q:component: the page',
      '<q:function: f()',
      '<q:action: save',
    ]);
    assert.deepEqual(sent('components/_parts/q.q'), ['<q:function: g()']);
    assert.deepEqual(sent('tests/p.test.q'), []);
  });
});
