import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionsAt } from '../../../src/language/navigation/definitionsAt.js';
import { highlightsAt, referencesAt } from '../../../src/language/navigation/referencesAt.js';
import { renameAt } from '../../../src/language/navigation/rename.js';
import { EditedProject } from './editedProject.js';

/** A page of a project with a card; `|` is the caret. */
function project(body: string): { project: EditedProject; offset: number } {
  const text = body.startsWith('<q:test')
    ? body
    : `<q:component name="p" require_auth="true">${body}</q:component>`;
  const path = body.startsWith('<q:test') ? 'tests/p.test.q' : 'components/p.q';
  const texts = new Map([
    [
      'quantum.config.yaml',
      'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n    history: false\n',
    ],
    [
      'components/Card.q',
      '<q:component name="Card"><q:param name="title"/><h2>{title}</h2></q:component>',
    ],
    [
      'components/other.q',
      '<q:component name="other"><Card title="x"/><p>{session.cart}</p></q:component>',
    ],
    [
      'components/form.q',
      '<q:component name="form"><q:action name="save"><q:set name="session.cart" value="1"/></q:action></q:component>',
    ],
    [path, text.replace('|', '')],
  ]);
  return { project: new EditedProject(texts), offset: text.indexOf('|') };
}

const path = (body: string): string =>
  body.startsWith('<q:test') ? 'tests/p.test.q' : 'components/p.q';

/** The text of the page with « » around all that is the same as what stands at the caret. */
function highlighted(body: string): string {
  const { project: all, offset } = project(body);
  const context = all.context(path(body))!;
  let { text } = context.document;
  for (const { start, end } of highlightsAt(context, offset).toReversed()) {
    text = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
  }
  return text.replace(/^<q:component[^>]*>|<\/q:component>$/g, '');
}

/** Where what stands at the caret is made: `file: marked text @ what is before it`. */
async function defined(body: string): Promise<string[]> {
  const { project: all, offset } = project(body);
  const found = await definitionsAt(all.context(path(body))!, offset, all.read);
  return (found?.targets ?? []).map(({ path: file, context, start, end }) => {
    const { text } = context.document;
    return `${file ?? ''}: ${text.slice(text.lastIndexOf('<', start), end)}`;
  });
}

describe('what is the same as at the caret', () => {
  const rows: readonly (readonly [string, string])[] = [
    [
      '<q:set name="a" value="1"/><p>{|a} {a + b}</p>',
      '<q:set name="«a»" value="1"/><p>{«a»} {«a» + b}</p>',
    ],
    [
      '<q:query name="r|ows" datasource="db">SELECT 1 AS x</q:query><q:loop query="rows" var="row"><p>{row.x}</p></q:loop><p>{rows_result.recordCount}</p>',
      '<q:query name="«rows»" datasource="db">SELECT 1 AS x</q:query><q:loop query="«rows»" var="row"><p>{row.x}</p></q:loop><p>{«rows»_result.recordCount}</p>',
    ],
    [
      '<q:set name="i" value="1"/><q:function name="f"><q:param name="i"/><q:return value="{|i}"/></q:function><p>{i} {f(i=2)}</p>',
      '<q:set name="i" value="1"/><q:function name="f"><q:param name="«i»"/><q:return value="{«i»}"/></q:function><p>{i} {f(«i»=2)}</p>',
    ],
    [
      '<q:function name="f"><q:return value="1"/></q:function><p>{|f()}</p>',
      '<q:function name="«f»"><q:return value="1"/></q:function><p>{«f»()}</p>',
    ],
    [
      '<q:set name="session.c|art" value="1"/><p>{session.cart}</p>',
      '<q:set name="session.«cart»" value="1"/><p>{session.«cart»}</p>',
    ],
    [
      '<q:query name="r" datasource="db">SELECT 1 AS x WHERE 1 = :|id<q:param name="id" value="{id}"/></q:query>',
      '<q:query name="r" datasource="db">SELECT 1 AS x WHERE 1 = :«id»<q:param name="«id»" value="{id}"/></q:query>',
    ],
    [
      '<q:action name="save"><q:param name="title"/><q:set name="x" value="{title}"/></q:action><ui:form on-submit="save"><ui:input bind="t|itle"/></ui:form>',
      '<q:action name="save"><q:param name="«title»"/><q:set name="x" value="{«title»}"/></q:action><ui:form on-submit="save"><ui:input bind="«title»"/></ui:form>',
    ],
    [
      '<q:action name="save"/><ui:button on-click="|save">x</ui:button>',
      '<q:action name="«save»"/><ui:button on-click="«save»">x</ui:button>',
    ],
    ['<C|ard title="a">x</Card><Card/>', '<«Card» title="a">x</«Card»><«Card»/>'],
    [
      '<q:import component="Card" as="Tile"/><T|ile/>',
      '<q:import component="Card" as="«Tile»"/><«Tile»/>',
    ],
    ['<p>so|me text</p>', '<p>some text</p>'],
    ['<p>{dateF|ormat(now())}</p>', '<p>{dateFormat(now())}</p>'],
  ];
  for (const [body, expected] of rows) {
    it(`is marked in ${body}`, () => assert.equal(highlighted(body), expected));
  }
});

describe('the definition', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['<q:set name="a" value="1"/><p>{|a}</p>', ['components/p.q: <q:set name="a']],
    ['<C|ard/>', ['components/Card.q: <q:component']],
    ['<Card t|itle="x"/>', ['components/Card.q: <q:param name="title']],
    ['<p>{session.|cart}</p>', ['components/form.q: <q:set name="session.cart']],
    ['<a href="/o|ther?x=1">x</a>', ['components/other.q: <q:component']],
    [
      '<q:test name="t" page="/form"><test:submit action="s|ave"/></q:test>',
      ['components/form.q: <q:action name="save'],
    ],
    [
      '<q:test name="t" page="/"><test:visit path="/form?x=1"/><test:submit action="s|ave"/></q:test>',
      ['components/form.q: <q:action name="save'],
    ],
    [
      '<q:test name="t" page="/form"><test:visit path="/other"/><test:submit action="s|ave"/></q:test>',
      [],
    ],
    [
      '<q:import component="other" as="Card"/><q:import component="Card"/><Card t|itle="x"/>',
      ['components/Card.q: <q:param name="title'],
    ],
    ['<p>{nob|ody}</p>', []],
  ];
  for (const [body, expected] of rows) {
    it(`of what stands in ${body}`, async () => assert.deepEqual(await defined(body), expected));
  }
});

describe('references', () => {
  it('of a component are its calls, imports and its own name, in every file', async () => {
    const body = '<q:import component="Card"/><C|ard/>';
    const { project: all, offset } = project(body);
    const found = await referencesAt(all.context(path(body))!, offset, all.read);
    assert.deepEqual(
      found.map(({ path: file, occurrences }) => `${file ?? ''} ${occurrences.length}`).sort(),
      ['components/Card.q 1', 'components/other.q 1', 'components/p.q 2'],
    );
  });
});

describe('renaming', () => {
  const renamed = async (body: string, name: string): Promise<Map<string, string>> => {
    const { project: all, offset } = project(body);
    const { texts } = all.renamed(await renameAt(all.context(path(body))!, offset, name, all.read));
    return new Map(texts);
  };

  it('a component renames its file, its calls and its imports', async () => {
    const texts = await renamed('<q:import component="Card"/><C|ard title="a">x</Card>', 'Tile');
    assert.equal(texts.has('components/Card.q'), false);
    assert.match(texts.get('components/Tile.q')!, /<q:component name="Tile">/);
    assert.match(texts.get('components/other.q')!, /<Tile title="x"\/>/);
    assert.match(
      texts.get('components/p.q')!,
      /<q:import component="Tile"\/><Tile title="a">x<\/Tile>/,
    );
  });

  it('a parameter of a component renames what calls hand it', async () => {
    const texts = await renamed('<Card t|itle="a"/>', 'label');
    assert.match(texts.get('components/Card.q')!, /<q:param name="label"\/><h2>{label}<\/h2>/);
    assert.match(texts.get('components/other.q')!, /<Card label="x"\/>/);
  });

  it('what is set in the session renames it in every page', async () => {
    const texts = await renamed('<p>{session.|cart}</p>', 'basket');
    assert.match(texts.get('components/form.q')!, /session\.basket/);
    assert.match(texts.get('components/other.q')!, /session\.basket/);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['<p>so|me</p>', 'x', /Nothing here has a name/],
    ['<q:set name="|a" value="1"/>', '1a', /“1a” is no name/],
    ['<q:set name="|a" value="1"/>', '', /An empty text is no name/],
    ['<q:set name="|a" value="1"/><q:set name="b" value="1"/>', 'b', /b is taken already/],
    ['<q:set name="|a" value="1"/><p>{b}</p>', 'b', /b is taken already/],
    ['<q:set name="|a" value="1"/>', 'session', /session is a name of the framework/],
    ['<p>{|a}</p>', 'b', /Nothing here gives a its name/],
    ['<C|ard/>', 'card', /begins with a capital/],
    ['<a href="/o|ther">x</a>', 'x', /rename the file in the Explorer/],
    [
      '<q:query name="|rows" datasource="db">SELECT 1 AS x</q:query><q:set name="all_result" value="1"/>',
      'all',
      /all is taken already/,
    ],
    ['<q:function name="|f"/>', 'upper', /upper is a name of the framework/],
  ];
  for (const [body, name, why] of refused) {
    it(`is refused for ${body} as “${name}”, in a sentence`, async () => {
      await assert.rejects(renamed(body, name), why);
    });
  }
});
