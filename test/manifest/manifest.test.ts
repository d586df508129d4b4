import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { severityNames } from '../../scripts/severitySetting.js';
import { repositoryUrl } from '../../src/protocol/diagnosticPages.js';
import { manifest, strings } from './manifest.js';
import { eachCall, eachObject, filesBelow, readJson, root, textOf } from './source.js';

const extensionFiles = filesBelow('src/extension');
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);

/** Registered by us: `register('…')`, `onProject('…')`, `registerCommand('…')`. */
function registered(): string[] {
  const found: string[] = [];
  eachCall(extensionFiles, (callee, call) => {
    const id = textOf(call, 0);
    if (!/(^|\.)(register|registerCommand|onProject)$/.test(callee)) return;
    if (id?.startsWith('quantum.') === true) found.push(id);
  });
  return found;
}

test('every command of the manifest is registered, and every registered one declared, once', () => {
  const ids = registered();
  assert.deepEqual([...ids].sort(), [...declared].sort());
  assert.equal(new Set(ids).size, ids.length);
});

test('menus, keys, links and calls name only commands that exist', () => {
  const known = new Set([...declared, 'quantum.projects.focus']);
  const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].flatMap(
    ({ command }) => command ?? [],
  );
  const texts = [
    readFileSync(path.join(root, 'package.nls.json'), 'utf8'),
    readFileSync(path.join(root, 'package.nls.pt-br.json'), 'utf8'),
    ...extensionFiles.map((file) => readFileSync(file, 'utf8')),
  ].join('\n');
  const links = [...texts.matchAll(/command:(quantum\.[\w.]+)/g)].map((match) => match[1]!);
  eachCall(extensionFiles, (callee, call) => {
    const id = textOf(call, 0);
    if (callee.endsWith('executeCommand') && id?.startsWith('quantum.') === true) named.push(id);
  });
  for (const id of [...named, ...links]) assert.ok(known.has(id), id);
  assert.ok(links.length > 10);
});

test('rows’ commands are not offered where they could not know their row', () => {
  // Each can pick a project itself, so the palette may show it; those that cannot are conditional.
  const hidden = contributes.menus['commandPalette']!.map(({ command }) => command ?? '').sort();
  assert.deepEqual(hidden, [
    'quantum.ast.show',
    'quantum.components.clearFilter',
    'quantum.components.columnImpact',
    'quantum.components.copyPath',
    'quantum.components.filter',
    'quantum.components.graph',
    'quantum.components.impact',
    'quantum.components.moveTo',
    'quantum.components.open',
    'quantum.components.openDetails',
    'quantum.components.pause',
    'quantum.components.resume',
    'quantum.components.reveal',
    'quantum.components.scan',
    'quantum.components.undoMove',
    'quantum.endpoints.matrix',
    'quantum.endpoints.open',
    'quantum.goToMatchingTag',
    'quantum.goToRelatedFile',
    'quantum.goToTest',
    'quantum.nameWhatWasMade',
    'quantum.newComponent',
    'quantum.newFile',
    'quantum.newForm',
    'quantum.newLayout',
    'quantum.newPage',
    'quantum.newTest',
    'quantum.projects.addThisFolder',
    'quantum.projects.clearFilter',
    'quantum.showReferences',
    'quantum.tests.generate',
    'quantum.tests.openPanel',
    'quantum.tryOut.call',
    'quantum.tryOut.open',
  ]);
});

test('rows, status bar items and code actions run commands without arguments', () => {
  // VS Code lets go of them with what showed the command, which may be before it runs it. Its own commands,
  // which it takes by value, and messages of an open page keep theirs.
  let own = 0;
  eachObject(extensionFiles, (names, object, file) => {
    if (!names.includes('command') || !names.includes('arguments')) return;
    own += 1;
    assert.match(object.getText(), /command: 'vscode\.\w+'/, path.relative(root, file));
  });
  assert.equal(own, 2);
});

test('every submenu has a menu of its own', () => {
  const named = Object.values(contributes.menus)
    .flat()
    .flatMap(({ submenu }) => submenu ?? []);
  const submenus = contributes.submenus.map(({ id }) => id);
  assert.deepEqual([...new Set(named)].sort(), submenus.sort());
  for (const id of submenus) assert.ok((contributes.menus[id]?.length ?? 0) > 1, id);
});

test('every view is provided, and lies in a container that exists', () => {
  const provided: string[] = [];
  eachCall(extensionFiles, (callee, call) => {
    if (callee.endsWith('createTreeView')) provided.push(textOf(call, 0)!);
  });
  const views = Object.values(contributes.views).flat();
  assert.deepEqual(provided.sort(), views.map(({ id }) => id).sort());
  const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
  assert.deepEqual(Object.keys(contributes.views), containers);
  for (const { view } of contributes.viewsWelcome)
    assert.ok(
      views.some(({ id }) => id === view),
      view,
    );
});

test('settings read in the code are declared with the same default, and none is declared for nothing', () => {
  const read = new Map<string, string>();
  eachCall(extensionFiles, (callee, call) => {
    if (!/getConfiguration\(\s*'quantum'[\s\S]*\)\s*\.get(<\w+>)?$/.test(callee)) return;
    const [name, fallback] = [textOf(call, 0), call.arguments[1]?.getText()];
    assert.ok(name !== undefined && fallback !== undefined, `${callee} has no default`);
    read.set(`quantum.${name}`, fallback.replaceAll("'", '"'));
  });
  const settings = Object.entries(contributes.configuration.properties);
  assert.deepEqual([...read.keys()].sort(), settings.map(([name]) => name).sort());
  for (const [name, setting] of settings)
    assert.equal(read.get(name), JSON.stringify(setting.default), name);
});

test('the severity setting names every code: `npm run severity-setting`', () => {
  const setting = contributes.configuration.properties['quantum.diagnostics.severity'];
  assert.deepEqual(setting?.propertyNames, severityNames());
});

test('findings link to pages of the repository the manifest names', () => {
  assert.equal(manifest.repository.url, repositoryUrl);
});

test('a setting that can start a program is restricted in untrusted workspaces', () => {
  const starts = Object.entries(contributes.configuration.properties)
    .filter(([, { scope }]) => scope === 'machine-overridable')
    .map(([name]) => name);
  assert.deepEqual(
    [...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort(),
    starts.sort(),
  );
});

test('conditions use only keys that someone sets', () => {
  const source = readFileSync(path.join(root, 'src/extension/platform/contextKeys.ts'), 'utf8');
  const ours = [...source.matchAll(/^ {2}'(quantum\.[\w.]+)',$/gm)].map((match) => match[1]!);
  assert.ok(ours.length >= 4);
  const editors = ['view', 'viewItem', 'isWorkspaceTrusted', 'isWeb', 'remoteName', 'focusedView'];
  const resources = ['explorerResourceIsFolder', 'resourceLangId', 'quantum', 'resourceFilename'];
  const known = new Set([
    ...ours,
    ...editors,
    ...resources,
    'listFocus',
    'inputFocus',
    'editorLangId',
    'false',
  ]);
  const conditions = [
    ...Object.values(contributes.menus).flat(),
    ...contributes.keybindings,
    ...contributes.viewsWelcome,
    ...contributes.walkthroughs.flatMap(({ steps }) => steps),
  ].flatMap(({ when }) => (when === undefined ? [] : [when]));
  for (const when of conditions) {
    const keys = when
      .replace(/'[^']*'|\/(?:\\.|[^/\\])+\/\w*/g, '')
      .replace(/(?<=view == )[\w.]+/g, '')
      .split(/&&|\|\||==|!=|=~|[!()\s]/)
      .filter(Boolean);
    for (const key of keys) assert.ok(known.has(key), `${key} in: ${when}`);
  }
  const events = contributes.walkthroughs
    .flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents))
    .flatMap((event) => /^onContext:(.+)$/.exec(event)?.[1] ?? []);
  for (const key of events) assert.ok(known.has(key), key);
});

test('every reason for an empty view has its text, but the one that is no reason', () => {
  const source = readFileSync(path.join(root, 'src/extension/projects/emptyReason.ts'), 'utf8');
  const given = new Set([...source.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!));
  const whens = contributes.viewsWelcome.map(({ when }) => when).join('\n');
  for (const reason of ['loading', 'failed', 'reload-needed', 'stays-deleted', 'filtered'])
    assert.ok(given.has(reason) && whens.includes(`'${reason}'`), reason);
  for (const [, reason] of whens.matchAll(/quantum\.projects\.empty == '([^']+)'/g))
    assert.ok(given.has(reason!), reason);
});

test('walkthrough steps complete by commands and views that exist', () => {
  const views = Object.values(contributes.views)
    .flat()
    .map(({ id }) => id);
  for (const { steps } of contributes.walkthroughs) {
    assert.ok(steps.length >= 5 && steps.length <= 7);
    for (const { completionEvents } of steps) {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) {
        const [kind, what] = event.split(':') as [string, string];
        if (kind === 'onCommand') assert.ok(declared.includes(what), event);
        else if (kind === 'onView') assert.ok(views.includes(what), event);
        else assert.equal(kind, 'onContext');
      }
    }
  }
});

test('the extension wakes only for Quantum folders and its own pages', () => {
  const pages: string[] = [];
  for (const file of extensionFiles) {
    const text = readFileSync(file, 'utf8');
    for (const [, type] of text.matchAll(/viewType: '([^']+)'/g)) pages.push(type!);
  }
  assert.deepEqual(
    [...manifest.activationEvents].sort(),
    [
      'workspaceContains:**/quantum.config.yaml',
      'workspaceContains:**/*.q',
      ...pages.map((type) => `onWebviewPanel:${type}`),
    ].sort(),
  );
});

test('every file the manifest names is there, and every codicon exists', () => {
  const files = strings(manifest.contributes).filter((text) => text.startsWith('media/'));
  const beside = strings(manifest.contributes).filter((text) => /^\.\/[\w./-]+$/.test(text));
  assert.ok(beside.length >= 2);
  for (const file of [...files, ...beside, manifest.icon])
    assert.ok(existsSync(path.join(root, file)), file);
  assert.ok(files.length >= 6);
  const codicons = readFileSync(
    path.join(root, 'node_modules/@vscode/codicons/dist/codicon.css'),
    'utf8',
  );
  for (const { icon } of contributes.commands)
    if (icon !== undefined) {
      const name = /^\$\(([\w-]+)\)$/.exec(icon)?.[1];
      assert.ok(codicons.includes(`.codicon-${name ?? ''}:before`), icon);
    }
});

test('the icon is a 256 × 256 picture', () => {
  const png = readFileSync(path.join(root, manifest.icon));
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
});

test('uninstalling runs a program that is built', () => {
  const [, file] = /^node \.\/dist\/(\w+)\.js$/.exec(manifest.scripts['vscode:uninstall'] ?? '')!;
  const build = readFileSync(path.join(root, 'esbuild.mjs'), 'utf8');
  assert.match(build, new RegExp(`\\b${file!}: 'src/extension/${file!}\\.ts'`));
});

for (const nls of ['package.nls.json', 'package.nls.pt-br.json'])
  test(`${nls} has every text of the manifest and no other`, () => {
    const used = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    const texts = readJson(nls) as Record<string, string>;
    assert.deepEqual(Object.keys(texts).sort(), [...new Set(used)].sort());
    for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', key);
  });
