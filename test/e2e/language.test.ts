import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../../scripts/lib/deadline.js';
import { journeysIn } from './journeys.js';
import { CodeEditor } from './pages/codeEditor.js';
import { Explorer } from './pages/explorer.js';
import { Workbench } from './pages/workbench.js';

/** A mistake on each line but the first and those that end something. */
const tenMistakes = `<q:component name="Workshop">
  <q:sett name="title" value="Ten mistakes" />
  <q:set name="greeting" value="Hello" typ="string" />
  <q:loop type="rang" from="1" to="3" var="n">
    <p>{n</p>
  </q:loop>
  <q:query name="shops" datasource="dbb">SELECT id FROM products</q:query>
  <p>{greting}</p>
  <p>{uper(greeting)}</p>
  <img src=/static/hero.svg />
  <q:redirect url="/" status="200" />
  <a href="/catalog">All</a>
</q:component>
`;

const journey = journeysIn();

// Filled by the first journey; the others go on in its window.
let editor: CodeEditor;
let explorer: Explorer;
let root: string;
let workbench: Workbench;

journey('a mistake shows while it is typed, and one fix mends it', async (session) => {
  const folder = await session.sample('storefront');
  root = folder;
  await writeFile(path.join(folder, 'components', 'workshop.q'), tenMistakes);
  const window = await session.open(folder);
  editor = new CodeEditor(window, folder);
  explorer = new Explorer(window, folder);
  workbench = new Workbench(window.page);
  await editor.open('components/about.q');
  await editor.goBehind('<q:import component="StoreLayout" from="_layout" />');
  await editor.press('Enter');
  await editor.type('<q:sett name="year" value="2019" />');
  await editor.shows('4 unknown-tag');
  await editor.goBehind('from="_layout" />');
  await editor.fixNext('Write <q:set>');
  await editor.showsText('\n  <q:set name="year" value="2019" />\n');
  await editor.shows();
});

journey('ten mistakes show as ten findings at once', async () => {
  await editor.open('components/workshop.q');
  await editor.shows(
    '2 unknown-tag',
    '3 unknown-attribute',
    '4 unknown-value',
    '5 loose-brace',
    '7 unknown-datasource',
    '8 undefined-variable',
    '9 unknown-function',
    '10 unquoted-value',
    '11 redirect-status',
    '12 dead-link',
  );
});

journey('“Fix All” mends those that can be meant in one way only', async () => {
  await workbench.run('Fix All');
  await editor.shows('5 loose-brace', '12 dead-link');
  await editor.showsText('<q:loop type="range" from="1" to="3" var="n">');
  await editor.showsText('<p>{greeting}</p>');
  await editor.showsText('<img src="/static/hero.svg" />');
});

journey('a finding that is meant so is silenced at its place', async () => {
  await editor.goBehind('<q:redirect');
  await editor.fixNext('Ignore dead-link here');
  await editor.showsText('<!-- quantum-ignore dead-link -->\n  <a href="/catalog">');
  await editor.shows('5 loose-brace');
});

journey('a tag is completed by keys, without a second prefix', async () => {
  await editor.open('components/cart.q');
  await editor.goBehind('<q:component name="Cart">');
  await editor.press('Enter');
  await editor.type('<q:quer');
  await editor.completions().filter({ hasText: 'q:query' }).first().waitFor();
  await editor.press('Enter');
  await editor.showsText('\n  <q:query ');
  assert.doesNotMatch(await editor.text(), /q:q:|<</);
});

journey('a misspelt key of the configuration is found and mended', async () => {
  await editor.open('quantum.config.yaml');
  await editor.goBehind('  por');
  await editor.type('r');
  await editor.shows('3 config-unknown-key');
  await editor.goBehind('server:');
  await editor.fixNext('port');
  await editor.showsText('  port: 8080');
  await editor.shows();
});

journey('a call leads to its component, and a parameter is renamed in every call', async () => {
  await editor.open('components/_parts/ProductCard.q');
  await editor.goBehind('<StockNo');
  await editor.press('F12');
  await editor.isIn('components/_parts/StockNote.q');
  await editor.goBehind('<q:param name="sto');
  await editor.rename('stock', 'left');
  await editor.showsText('<q:if condition="left == 0">');
  const calls = ['_parts/ProductCard.q', 'product/[id].q', 'admin/products/index.q'];
  for (const file of calls) {
    await editor.open(`components/${file}`);
    await editor.showsText('<StockNote left="{');
  }
  await editor.shows();
});

journey('what a rename will change is shown before it does', async () => {
  await editor.open('components/_parts/StockNote.q');
  await editor.goBehind('<q:param name="le');
  const rows = await editor.renameWithPreview('left', 'amount');
  assert.ok(
    rows.some((row) => row.includes('ProductCard.q')),
    rows.join('\n'),
  );
  await editor.showsText('<q:if condition="amount == 0">');
  await editor.open('components/_parts/ProductCard.q');
  await editor.showsText('<StockNote amount="{');
});

journey('a page is laid out by one key, and nothing else of it changes', async () => {
  await editor.open('components/about.q');
  const before = await editor.text();
  await editor.goBehind('<q:component name="About">');
  await editor.press('Enter');
  await editor.type('<q:log   message="x"  level="info"/>');
  await editor.press('ControlOrMeta+Shift+I');
  await editor.showsText('\n  <q:log message="x" level="info" />\n');
  assert.ok((await editor.text()).length > before.length);
  await editor.shows();
});

journey('a component that moves takes its imports and calls along', async () => {
  await explorer.rename('components/_parts/StockNote.q', 'Supply.q');
  await editor.open('components/_parts/ProductCard.q');
  await editor.showsText('<Supply amount="{');
  await editor.open('components/_parts/Supply.q');
  await editor.showsText('<q:component name="Supply">');
  await editor.shows();
});

journey('a picture that moves takes along what shows it', async () => {
  await explorer.rename('static/mark.svg', 'brand.svg');
  await editor.open('components/_parts/SiteHead.q');
  await editor.showsText('href="/static/brand.svg"');
  await editor.open('components/_layout/StoreLayout.q');
  await editor.showsText('<img src="/static/brand.svg"');
  await editor.shows();
});

journey('what is marked becomes a component, which is named at once', async () => {
  await editor.open('components/_parts/ProductCard.q');
  await editor.mark('<div class="card-art">', '</div>');
  await editor.refactor('Extract component');
  await editor.answerRename('CardArt', 'Cover');
  await editor.showsText('<Cover ');
  const made = path.join(root, 'components', '_parts', 'Cover.q');
  await until('its file has the name', () => existsSync(made));
  await editor.open('components/_parts/Cover.q');
  await editor.showsText('<div class="card-art">');
  await editor.shows();
});

/** Code of other languages, in its last lines. */
const embedded = `<q:component name="Embedded">
  <p style="color: #f00">x</p>

  <script>
    document.title.toUpp
  </script>
</q:component>
`;

journey(
  'scripts, styles and abbreviations are completed by what VS Code has for them',
  async () => {
    await writeFile(path.join(root, 'components', 'embedded.q'), embedded);
    await editor.open('components/embedded.q');
    await editor.goBehind('toUpp');
    // The first question starts VS Code's JavaScript; until then it proposes words of the text alone.
    const upper = editor.completions().filter({ hasText: 'toUpperCase' }).first();
    await until('JavaScript is up', async () => {
      await editor.press('Escape', 'Control+Space');
      return upper.waitFor({ timeout: 3000 }).then(() => true);
    });
    await editor.press('Enter');
    await editor.showsText('    document.title.toUpperCase\n');
    await editor.goBehind('style="color: #f00');
    await editor.type('; displ');
    await editor
      .completions()
      .filter({ hasText: /^display/ })
      .first()
      .waitFor();
    await editor.press('Enter');
    await editor.showsText('style="color: #f00; display: ');
    await editor.press('Escape');
    await editor.goBehind('x</p>\n');
    await editor.type('ul>li*2');
    await editor.completions().filter({ hasText: 'Emmet' }).first().waitFor();
    await editor.press('Enter');
    await editor.showsText('<li></li>');
  },
);
