import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawPages } from '../../support/pageRenderer.js';
import { checkedPages } from '../project/projectFixture.js';

const files = {
  'components/Row.q': '<q:component name="Row"><q:param name="n"/><p>{n}</p></q:component>',
  'components/Box.q': '<q:component name="Box"><section><q:slot/></section></q:component>',
};
const loop = (body: string): string =>
  `<q:loop type="range" from="1" to="2" var="x">${body}</q:loop>`;
const always = (body: string): string => `<q:if condition="1 == 1">${body}</q:if>`;
const row = '<Row n="1"/>';

/** Places of a call, all of which are come by. */
const bodies = [
  row,
  loop(row),
  loop('<Row n="{x}"/>'),
  loop(`a <i>b</i> ${row}`),
  loop(`<div>${row}</div>`),
  loop(always(row)),
  loop(loop(row)),
  loop(`<Box>${row}</Box>`),
  always(row),
  always(`<p>x</p>${row}`),
  always(`<div>${loop(row)}</div>`),
  `<q:if condition="1 == 2"><p/><q:else>${row}</q:else></q:if>`,
  `<q:if condition="1 == 2"><p/><q:elseif condition="1 == 1">${row}</q:elseif></q:if>`,
  `<div>${loop(always(row))}</div>`,
  `<Box>${always(row)}</Box>`,
  `<Box><q:slot name="none">${loop(row)}</q:slot></Box>`,
  `<ui:vbox>${always(row)}</ui:vbox>`,
  `<table><tbody>${loop(`<tr><td>${row}</td></tr>`)}</tbody></table>`,
];
const pageOf = (body: string): string => `<q:component name="p">\n${body}\n</q:component>`;

/** What is found of calls outside of elements in a page, with the page once the fixes are taken. */
function checked(text: string) {
  const page = checkedPages({ ...files, 'components/p.q': text }).find(
    ({ path }) => path === 'components/p.q',
  );
  assert.ok(page);
  const found = page.findings.filter(({ code }) => code === 'call-outside-element');
  const edits = found.flatMap(({ fixes }) => fixes?.(page.document)[0]?.edits ?? []);
  const fixed = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
  return { isFound: found.length > 0, fixed };
}

async function statuses(texts: readonly string[]): Promise<number[]> {
  const drawn = await drawPages(
    texts.map((text) => ({
      files: { ...files, 'components/p.q': text },
      visits: [{ path: '/p' }],
    })),
  );
  return drawn.map(([page]) => page?.status ?? 0);
}

describe('a call in a condition or a loop', () => {
  it('is found exactly where the framework fails on it', async () => {
    const drawn = await statuses(bodies.map(pageOf));
    assert.deepEqual(
      bodies.map((body) => `${body}: ${checked(pageOf(body)).isFound ? 500 : 200}`),
      bodies.map((body, at) => `${body}: ${drawn[at]}`),
    );
  });

  it('is drawn once its fix is taken', async () => {
    const broken = bodies.map(pageOf).filter((text) => checked(text).isFound);
    assert.ok(broken.length > 0);
    const fixed = broken.map((text) => checked(text).fixed);
    assert.deepEqual([...new Set(await statuses(fixed))], [200]);
    assert.deepEqual(
      fixed.filter((text) => checked(text).isFound),
      [],
    );
  });
});
