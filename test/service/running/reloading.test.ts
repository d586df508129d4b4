import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smallApplication } from '../tests/testsApp.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { openBrowser, openPage, startRuns } from './runApp.js';

const page = (text: string): string =>
  `<q:component name="Index">\n<h1>${text}</h1>\n<form><input name="who"/></form>\n</q:component>\n`;

describe('a saved file is on the screen', () => {
  it('swaps what changed and keeps what was typed', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'live'), {
      'components/index.q': page('First'),
    });
    const app = await startRuns(t, root);
    const run = await app.start();
    assert.equal(run.status, 'running');
    const tab = await openPage(await openBrowser(t), run.url ?? '');
    await tab.fill('input', 'Ana');
    const loads: string[] = [];
    tab.on('framenavigated', (frame) => loads.push(frame.url()));
    await app.save('components/index.q', page('Second'));
    await tab.waitForFunction(() => document.querySelector('h1')?.textContent.trim() === 'Second');
    assert.equal(await tab.inputValue('input'), 'Ana');
    assert.deepEqual(loads, [], 'the page was not loaded again');
  });
});
