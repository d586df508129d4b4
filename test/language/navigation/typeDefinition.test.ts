import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  datasourceKey,
  typeDefinitionAt,
} from '../../../src/language/navigation/typeDefinitionAt.js';
import { EditedProject } from './editedProject.js';

/** What determines the type of what stands at `|` in a page: `file: tag … name`. */
async function determined(marked: string): Promise<string[]> {
  const text = `<q:component name="p">${marked}</q:component>`;
  const project = new EditedProject(
    new Map([
      ['components/Card.q', '<q:component name="Card"><q:param name="title"/></q:component>'],
      ['components/p.q', text.replace('|', '')],
    ]),
  );
  const context = project.context('components/p.q')!;
  const found = await typeDefinitionAt(context, text.indexOf('|'), project.read);
  if (found?.datasource) return [`datasource ${found.datasource}`];
  return (found?.targets ?? []).map(({ path, context: of, start, end }) => {
    const whole = of.document.text;
    return `${path ?? ''}: ${whole.slice(whole.lastIndexOf('<', start), end)}`;
  });
}

const query = '<q:query name="rows" datasource="db">SELECT 1 AS x</q:query>';

describe('what determines a type', () => {
  const rows: readonly (readonly [string, ...string[]])[] = [
    [`${query}<p>{ro|ws}</p>`, 'components/p.q: <q:query name="rows'],
    [`${query}<p>{ro|ws_result.recordCount}</p>`, 'components/p.q: <q:query name="rows'],
    [
      `${query}<q:loop query="rows" var="row"><p>{ro|w.x}</p></q:loop>`,
      'components/p.q: <q:query name="rows',
    ],
    [
      `${query}<q:loop items="{rows}" var="r|ow"><p>{row.x}</p></q:loop>`,
      'components/p.q: <q:query name="rows',
    ],
    [
      `${query}<q:set name="all" value="{rows}"/><q:set name="more" value="{all}"/><p>{mo|re}</p>`,
      'components/p.q: <q:query name="rows',
    ],
    ['<q:set name="a" value="{len(b)}"/><p>{|a}</p>', 'components/p.q: <q:set name="a'],
    [
      '<q:set name="a" value="{b}"/><q:set name="b" value="{a}"/><p>{|a}</p>',
      'components/p.q: <q:set name="a',
    ],
    [
      '<q:function name="f"><q:param name="n"/><q:return value="{|n}"/></q:function>',
      'components/p.q: <q:param name="n',
    ],
    ['<Ca|rd title="x"/>', 'components/Card.q: <q:component'],
    ['<q:import component="Card" as="Box"/><Bo|x title="x"/>', 'components/Card.q: <q:component'],
    ['<Card ti|tle="x"/>', 'components/Card.q: <q:param name="title'],
    ['<q:query name="r" datasource="d|b">SELECT 1 AS x</q:query>', 'datasource db'],
    ['<p>te|xt</p>'],
    ['<p>{no|body}</p>'],
  ];
  for (const [marked, ...expected] of rows) {
    it(`in ${marked}`, async () => assert.deepEqual(await determined(marked), expected));
  }

  it('is a key of the configuration for a datasource', () => {
    const text = 'server: {port: 1}\ndatasources:\n  other: {}\n  db:\n    driver: sqlite\n';
    const key = datasourceKey(text, 'db');
    assert.equal(text.slice(key!.start - 2, key!.end + 1), '  db:');
    assert.equal(datasourceKey(text, 'nobody'), null);
    assert.equal(datasourceKey('', 'db'), null);
  });
});
