import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { it } from 'node:test';
import type * as formatters from '../../src/server/codeFormatters.js';
import type * as configs from '../../src/server/editorConfig.js';
import type * as grammar from '../../src/server/ast/treeSitter.js';
import type * as emmet from '../../src/server/features/embeddedEmmet.js';
import { builtProduct } from '../support/builtProduct.js';

const layout = { unit: '  ', tabWidth: 2 };

it('formatters, .editorconfig, abbreviations and the grammar work as they are bundled, with what they read at run time', async () => {
  const load = createRequire(path.join(await builtProduct(), 'server.js'));
  const { editorConfigOf } = load('./editorConfig.js') as typeof configs;
  const found = await editorConfigOf(path.join(import.meta.dirname, 'a.py'));
  assert.equal(found['indent_size'], 4);
  const built = load('./codeFormatters.js') as typeof formatters;
  assert.equal(built.cssFormatter(layout)('a{b:c}'), 'a {\n  b: c\n}');
  assert.equal(built.jsFormatter(layout)('a( 1 )'), 'a(1)');
  assert.equal(built.sqlFormatter(layout)('select 1'), 'select\n  1');
  const { abbreviations } = load('./embeddedEmmet.js') as typeof emmet;
  const [list] = abbreviations('ul>li', { line: 0, character: 5 });
  assert.match(JSON.stringify(list), /<ul>/);
  const { treeSitterNodes } = load('./treeSitter.js') as typeof grammar;
  const [root] = await treeSitterNodes('<q:component name="a"/>');
  assert.equal(root?.kind, 'document');
});
