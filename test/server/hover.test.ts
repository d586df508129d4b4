import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Hover, SignatureHelp } from 'vscode-languageserver-protocol/node';
import { page, Playground } from './playground.js';

const at = new Playground();

describe('what an editor asks about a place', () => {
  it('is answered over names, and while arguments are written', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, page('<q:set name="a" value="1"/>\n<p>{max(a, 2)}</p>'));
    const hover = await pair.request<Hover>('textDocument/hover', file, {
      position: { line: 2, character: 8 },
    });
    assert.match(JSON.stringify(hover.contents), /variable/);
    assert.deepEqual(hover.range?.end, { line: 2, character: 9 });
    const help = await pair.request<SignatureHelp>('textDocument/signatureHelp', file, {
      position: { line: 2, character: 11 },
    });
    const [signature] = help.signatures;
    assert.match(signature?.label ?? '', /^max\(/);
    assert.equal(typeof signature?.parameters?.[0]?.label, 'string');
    assert.ok((help.activeParameter ?? 0) > 0 || signature?.parameters?.length === 1);
  });
});
