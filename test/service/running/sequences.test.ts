import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Random } from '../../support/random.js';
import { count, seed } from '../../support/slice.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication } from '../tests/testsApp.js';
import { openBrowser, openPage, replaceFile, startRuns } from './runApp.js';

/** Sequences of saves: 500 in the soak. */
const sequences = count(40, 500);
/** From the last write to the page. */
const settledWithinMs = 1_000;

const part = (text: string): string =>
  `<q:component name="Part">\n<q:param name="title"/>\n<section><h2>{title}</h2><p>${text}</p></section>\n</q:component>\n`;
const layout = (text: string): string =>
  `<q:component name="Layout">\n<html><head><title>${text}</title><link rel="stylesheet" href="/static/shop.css"/></head><body><nav>${text}</nav><q:slot/></body></html>\n</q:component>\n`;
const index = (text: string, items: number): string =>
  `<q:component name="Index">\n<q:import component="Layout" from="_parts"/>\n<q:import component="Part" from="_parts"/>\n<Layout>\n<h1>${text}</h1>\n<form><input name="who" value="Nobody"/><textarea name="note"></textarea></form>\n<ul>${Array.from({ length: items }, (_, at) => `<li id="i${at}">Item ${at} ${text}</li>`).join('')}</ul>\n<Part title="A part"/>\n</Layout>\n</q:component>\n`;

type Step = (root: string, word: string, random: Random) => Promise<void>;
const at = (root: string, file: string): string => path.join(root, 'components', file);

/** What editors, git and people do to files; what is broken is mended by the last step. */
const steps: readonly Step[] = [
  (root, word, of) => writeFile(at(root, 'index.q'), index(word, of.below(8))),
  (root, word, of) => replaceFile(at(root, 'index.q'), index(word, of.below(8))),
  (root, word) => writeFile(at(root, '_parts/Part.q'), part(word)),
  (root, word) => replaceFile(at(root, '_parts/Layout.q'), layout(word)),
  (root, word) => writeFile(at(root, 'index.q'), index(word, 2).slice(0, 120)),
  (root) =>
    writeFile(at(root, '_parts/Part.q'), '<q:component name="Part"><q:sett/></q:component>'),
  (root) => writeFile(at(root, 'index.q'), ''),
  (root) => rm(at(root, '_parts/Part.q'), { force: true }),
  async (root) => {
    await rename(at(root, 'index.q'), at(root, 'other.q')).catch(() => undefined);
    await rename(at(root, 'other.q'), at(root, 'index.q')).catch(() => undefined);
  },
  (root, word) => writeFile(path.join(root, 'static/shop.css'), `nav { content: "${word}" }\n`),
  async (root, word) => {
    for (let file = 0; file < 200; file += 1)
      await writeFile(at(root, `many/page${file}.q`), index(`${word} ${file}`, 1));
  },
];

/** The page's elements, without what a person did in it. */
const drawn = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML);

describe('whatever happens to the files', () => {
  it('the page is what a fresh one would be, and keeps what was typed', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'live'), {
      'components/index.q': index('First', 3),
      'components/_parts/Part.q': part('first'),
      'components/_parts/Layout.q': layout('first'),
      'static/shop.css': 'nav { color: red }\n',
    });
    await mkdir(at(root, 'many'));
    const app = await startRuns(t, root);
    const { url } = await app.start();
    const browser = await openBrowser(t);
    const page = await openPage(browser, url ?? '');
    const fresh = await browser.newPage();
    // A fresh page does not follow the files: it is loaded when it is asked.
    await fresh.route('**/__quantum_admin/events*', (route) => route.abort());
    let loads = 0;
    page.on('framenavigated', () => (loads += 1));
    const of = new Random(seed);
    for (let sequence = 0; sequence < sequences; sequence += 1) {
      await page.fill('input', `Ana ${sequence}`);
      await page.focus('textarea');
      loads = 0;
      const word = `w${sequence}`;
      for (let step = of.below(4); step >= 0; step -= 1)
        await of.pick(steps)(root, `${word}s${step}`, of);
      await writeFile(at(root, '_parts/Part.q'), part(`${word} end`));
      await replaceFile(at(root, '_parts/Layout.q'), layout('first'));
      await writeFile(at(root, 'index.q'), index(`${word} end`, of.below(6)));
      const written = performance.now();
      await fresh.goto(url ?? '');
      const wanted = await drawn(fresh);
      const left = settledWithinMs - (performance.now() - written);
      await page
        .waitForFunction((html) => document.documentElement.outerHTML === html, wanted, {
          timeout: Math.max(1, left),
          polling: 10,
        })
        .catch(() => undefined);
      assert.equal(await drawn(page), wanted, `sequence ${sequence} of seed ${seed}`);
      assert.equal(await page.inputValue('input'), `Ana ${sequence}`);
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'textarea');
      assert.ok(loads <= 1, `${loads} loads in sequence ${sequence} of seed ${seed}`);
    }
  });
});
