import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { cleanUp } from '../support/cleanup.js';
import { Application } from './application.js';
import { routesOf } from './routes.js';
import { Visitor } from './visitor.js';

const templates = path.resolve(import.meta.dirname, '../../media/templates');
const name = 'Acme & Sons';

test('the templates are blank, website and crud, each described', async () => {
  const names = await readdir(templates);
  assert.deepEqual(names.sort(), ['blank', 'crud', 'website']);
  for (const one of names) {
    const text = await readFile(path.join(templates, one, 'template.json'), 'utf8');
    const { title, description } = JSON.parse(text) as Record<string, string>;
    assert.ok(title && description?.endsWith('.'), one);
  }
});

for (const template of ['blank', 'website', 'crud']) {
  test(`a new project from "${template}" is checked, starts, and shows its name on every page`, async (t) => {
    const project = await Application.copyOf(path.join(templates, template), name);
    cleanUp(t, () => project.remove());
    const files = await project.files();
    assert.ok(files.includes('.gitignore') && files.includes('quantum.config.yaml'));
    if (files.some((file) => file.startsWith('migrations'))) {
      const up = await project.quantum('migrate', 'up');
      assert.match(up.output, /Applied: [1-9]\d*, Failed: 0/);
      assert.match((await project.quantum('migrate', 'down', '-n', '9')).output, /Failed: 0/);
      assert.match((await project.quantum('migrate', 'up')).output, /Failed: 0/);
    }
    const check = await project.quantum('check');
    assert.match(check.output, /^OK — [1-9]\d* file\(s\)/m);
    assert.equal(check.code, 0);

    const visitor = new Visitor(await project.start());
    for (const route of await routesOf(path.join(project.root, 'components'))) {
      const page = await visitor.visit(route.replace('[id]', '1'));
      assert.equal(page.status, 200, route);
      assert.ok(page.text.includes(name), `${route} does not show the project's name`);
      assert.doesNotMatch(page.html, /\{[^}]*\}/, route);
    }
    assert.equal((await visitor.visit('/static/style.css')).status, 200);
    assert.doesNotMatch(project.serverLog, /did not resolve|ERROR|Traceback/);
  });
}

test('the data application lists, adds, changes and removes people, and its own tests pass', async (t) => {
  const project = await Application.copyOf(path.join(templates, 'crud'), name);
  cleanUp(t, () => project.remove());
  const visitor = new Visitor(await project.start());
  assert.match((await visitor.visit('/')).text, /Run “quantum migrate up”/);
  await project.quantum('migrate', 'up');

  const blank = await visitor.visit('/people/new');
  const refused = await visitor.submit(blank, (form) => 'email' in form.fields, {
    name: 'Katherine',
    email: 'katherine',
  });
  assert.match(refused.text, /Must be a valid email/);
  const added = await visitor.submit(blank, (form) => 'email' in form.fields, {
    name: 'Katherine',
    email: 'katherine@example.com',
  });
  assert.match(added.text, /Katherine is in the list\./);

  const [row] = await project.rows('SELECT id FROM people WHERE name = "Katherine"');
  const address = `/people/${String(row?.['id'])}`;
  const person = await visitor.visit(address);
  const saved = await visitor.submit(person, (form) => 'email' in form.fields, { name: 'Kate' });
  assert.match(saved.text, /Kate is saved\./);
  const removed = await visitor.submit(person, (form) => form.fields['action'] === 'remove', {});
  assert.doesNotMatch(removed.text, /katherine@example\.com/);

  const tests = await project.quantum('test');
  assert.match(tests.output, /^3 passed, 0 failed$/m, tests.output);
});
