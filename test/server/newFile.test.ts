import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { newFileRequest, type NewFileAnswer } from '../../src/protocol/languageServer.js';
import { uriOf } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();

describe('a new file', () => {
  it('goes below the components of its project, which nobody had opened a page of', async () => {
    const root = await at.project({ 'components/index.q': page('<p>x</p>') });
    const pair = await at.start([root]);
    const wish = { kind: 'page', name: 'about', isChosen: false };
    const answers = await Promise.all(
      [root, path.join(root, 'components')].map((folder) =>
        pair.ask<NewFileAnswer | null>(newFileRequest, folder, wish),
      ),
    );
    for (const answer of answers) {
      assert.equal(answer?.uri, uriOf(path.join(root, 'components', 'about.q')));
      assert.match(answer.snippet, /^<q:component name="About">/);
    }
  });

  it('is not made where there is no project', async () => {
    const folder = await at.project({}, false);
    const pair = await at.start([folder]);
    const wish = { kind: 'page', name: 'about', isChosen: true };
    assert.equal(await pair.ask(newFileRequest, folder, wish), null);
  });
});
