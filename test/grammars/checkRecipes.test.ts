import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const run = promisify(execFile);
let document: string;
let folder: string;

before(async () => {
  document = await readFile('docs/check.md', 'utf8');
  folder = await mkdtemp(path.join(tmpdir(), 'quantum-recipes-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** The code blocks of a language in docs/check.md, in order. */
const blocks = (language: string): string[] =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

describe('the recipes of docs/check.md', () => {
  it('the hook stops a commit with errors in the application, and no other', async () => {
    const [hook = ''] = blocks('sh');
    const bin = path.join(folder, 'bin');
    const repository = path.join(folder, 'repository');
    await mkdir(path.join(repository, '.githooks'), { recursive: true });
    await mkdir(bin);
    await writeFile(path.join(repository, '.githooks/pre-commit'), hook, { mode: 0o755 });
    const environment = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        cwd: repository,
        env: environment,
      });
    const answers = async (code: number): Promise<void> => {
      await writeFile(
        path.join(bin, 'quantum-admin'),
        `#!/bin/sh\n[ "$1" = check ] && exit ${code}\n`,
      );
      await chmod(path.join(bin, 'quantum-admin'), 0o755);
    };
    await git('init', '--quiet');
    await git('config', 'core.hooksPath', '.githooks');

    await answers(1);
    await writeFile(path.join(repository, 'README.md'), 'text');
    await git('add', 'README.md');
    await git('commit', '--quiet', '-m', 'no page is touched');

    await writeFile(path.join(repository, 'index.q'), '<q:sett/>');
    await git('add', 'index.q');
    await assert.rejects(git('commit', '--quiet', '-m', 'a page with an error'));
    await answers(2);
    await assert.rejects(git('commit', '--quiet', '-m', 'the check could not run'));
    await answers(0);
    await git('commit', '--quiet', '-m', 'a page');
    const { stdout } = await git('log', '--format=%s');
    assert.equal(stdout, 'a page\nno page is touched\n');
  });

  it('pre-commit and the workflow run the command, and the upload follows a failed check', () => {
    const [hooks = '', workflow = ''] = blocks('yaml');
    const { repos } = parse(hooks) as { repos: { hooks: Record<string, string>[] }[] };
    const hook = repos[0]?.hooks[0];
    assert.equal(hook?.['entry'], 'quantum-admin check');
    const touched = new RegExp(hook['files'] ?? '');
    for (const file of ['components/a.q', 'quantum.config.yaml', 'migrations/V001_a.sql'])
      assert.match(file, touched);
    assert.doesNotMatch('README.md', touched);

    const { jobs } = parse(workflow) as {
      jobs: { quantum: { steps: { run?: string; if?: string; with?: Record<string, string> }[] } };
    };
    const { steps } = jobs.quantum;
    const check = steps.find(({ run: line }) => line?.startsWith('quantum-admin check'));
    const upload = steps.at(-1);
    assert.ok(check?.run?.endsWith(`> ${upload?.with?.['sarif_file']}`));
    assert.equal(upload?.if, 'success() || failure()');
  });

  it('the tasks name matchers of the manifest', async () => {
    const { tasks } = JSON.parse(blocks('json')[0] ?? '') as {
      tasks: { problemMatcher: string }[];
    };
    const { contributes } = JSON.parse(await readFile('package.json', 'utf8')) as {
      contributes: { problemMatchers: { name: string }[] };
    };
    assert.deepEqual(
      tasks.map(({ problemMatcher }) => problemMatcher),
      contributes.problemMatchers.map(({ name }) => `$${name}`),
    );
  });
});
