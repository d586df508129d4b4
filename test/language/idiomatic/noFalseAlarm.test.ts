import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPlace } from '../../../src/cli/check/checkPlace.js';
import { Application } from '../../sample/application.js';
import { routesOf, sources } from '../../sample/routes.js';
import { Visitor } from '../../sample/visitor.js';
import { cleanUp } from '../../support/cleanup.js';
import { frameworkPages } from '../../support/frameworkPages.js';

const samples = path.resolve('samples');
const templates = path.resolve('media/templates');

/** Every warning that is right, as a person has looked at it: one a line. */
async function expected(below: string): Promise<string[]> {
  const text = await readFile(path.join(__dirname, 'expectedFindings.txt'), 'utf8');
  return text.split('\n').filter((line) => line.startsWith(`${below}/`));
}

/** What is found in a folder, as the lines of `expectedFindings.txt`, and in how many files. */
async function found(folder: string, below: string): Promise<{ lines: string[]; files: number }> {
  const { findings, files } = await checkPlace(folder, folder);
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${below}/${file}:${line}:${column}: ${severity} ${code}: ${message}`,
  );
  return { lines, files };
}

async function assertAsExpected(folder: string, below: string): Promise<number> {
  const { lines, files } = await found(folder, below);
  assert.deepEqual(lines, await expected(below));
  assert.ok(!lines.some((line) => / error [\w-]+: /.test(line)), 'no error is expected anywhere');
  return files;
}

describe('what works is not complained about', () => {
  it('in our samples', async () => {
    for (const name of await readdir(samples)) {
      const files = await assertAsExpected(path.join(samples, name), `samples/${name}`);
      assert.ok(files > 30, `${files} files of ${name}`);
    }
  });

  it('in a new project from each template, whatever its name', async (t) => {
    for (const name of await readdir(templates)) {
      const project = await Application.copyOf(path.join(templates, name), 'Acme &amp; “Sons”');
      cleanUp(t, () => project.remove());
      await assertAsExpected(project.root, `templates/${name}`);
    }
  });

  it('in the pages that come with the framework', async () => {
    const files = await assertAsExpected(await frameworkPages(), 'framework');
    assert.equal(files, 17);
  });
});

/** Why the framework says that it left braces alone: quantifiers, and objects of scripts in attributes. */
const leftAlone = [
  /'[\d,]+' is a regex quantifier$/,
  /^\{open: false, count: 0\} did not resolve: invalid expression/,
  /^\{id: 'shelf', on: true\} did not resolve: invalid expression/,
  /^\{open = false\} did not resolve: invalid expression/,
  /^\{mode: 'quiet'\} did not resolve: invalid expression/,
];

describe('the sample of idioms does work', () => {
  const components = path.join(samples, 'idioms', 'components');
  let library: Application;
  let librarian: Visitor;

  before(async () => {
    library = await Application.copyOf(path.join(samples, 'idioms'));
    const applied = await library.quantum('migrate', 'up');
    assert.equal(applied.code, 0, applied.output);
    librarian = new Visitor(await library.start());
  });
  after(() => library.remove());

  it('the framework renders each of its thirty pages and more, and resolves every binding', async () => {
    const form = await librarian.visit('/sign-in');
    const account = { email: 'rosa@library.example', pin: '4711' };
    const arrived = await librarian.submit(form, ({ fields }) => 'pin' in fields, account);
    assert.match(arrived.text, /Hello, Rosa\./);
    const routes = await routesOf(components);
    assert.ok(routes.length >= 30, `${routes.length} pages`);
    for (const route of routes) {
      const address = route.replace('[id]', '7').replace('[...topic]', 'care/of-spines');
      const page = await librarian.visit(address);
      assert.deepEqual([page.status, page.path], [200, address], page.text);
    }
    assert.doesNotMatch(library.serverLog, /ERROR|Traceback/);
    const unresolved = library.serverLog
      .split('\n')
      .flatMap((line) => /\{.* did not resolve: .*/.exec(line) ?? [])
      .filter((line) => !leftAlone.some((reason) => reason.test(line)));
    assert.deepEqual(unresolved, []);
  });

  it('its forms do what they say', async () => {
    const letter = await librarian.submit(
      await librarian.visit('/contact'),
      ({ fields }) => 'body' in fields,
      { email: 'Lina@example.org', body: 'Do you have “Ten Bridges”?' },
    );
    assert.match(letter.text, /Thank you, we have your letter\./);
    const kept = await library.rows('SELECT sender FROM messages');
    assert.deepEqual(kept, [{ sender: 'lina@example.org' }]);
    const asked = await librarian.submit(
      await librarian.visit('/assistant'),
      ({ fields }) => 'question' in fields,
      { question: 'Where are the owls?' },
    );
    assert.match(asked.text, /Nobody is at the desk just now: Where are the owls\?/);
    const noted = await librarian.submit(
      await librarian.visit('/list'),
      ({ fields }) => 'title' in fields,
      { title: 'The Salt Road' },
    );
    assert.match(noted.text, /1 noted by you, 1 by all/);
    const { code, output } = await library.quantum('test');
    assert.equal(code, 0, output);
  });

  it('the framework’s own check agrees', async () => {
    const { code, output } = await library.quantum('check');
    assert.equal(code, 0, output);
    const files = (await sources(components)).length;
    assert.match(output, new RegExp(`^OK — ${files} file`, 'm'));
  });
});
