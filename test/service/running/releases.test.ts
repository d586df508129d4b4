import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { olderRelease } from '../../support/olderRelease.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication } from '../tests/testsApp.js';
import { openBrowser, openPage, startRuns, type RunApp } from './runApp.js';

const page = (body: string): string => `<q:component name="Page">\n${body}\n</q:component>\n`;

async function appOn(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
): Promise<RunApp> {
  const root = await smallApplication(await temporaryFolder(t, 'run'), files);
  return startRuns(t, root, { variables: () => Promise.resolve(variables) });
}

async function brokenPlace(app: RunApp, url: string): Promise<unknown> {
  const answer = await fetch(`${url}broken`);
  await answer.text();
  assert.ok(answer.status >= 400, `answered with ${answer.status}`);
  return (await app.requests()).at(-1)?.error?.place;
}

describe('an application runs on the release it has', () => {
  // The first package, the last that tells no place of an error, the last before 1.0.
  for (const version of ['0.9.0', '0.16.0', '0.22.0']) {
    it(`on ${version}, with saved pages and the place of a mistake`, async (t) => {
      const app = await appOn(
        t,
        {
          'components/index.q': page('<h1>First</h1>'),
          'components/broken.q': page('<p>x</div>'),
        },
        { PYTHONPATH: await olderRelease(version) },
      );
      const { url } = await app.start();
      assert.ok(url !== null);
      const tab = await openPage(await openBrowser(t), url);
      await tab.getByRole('heading', { name: 'First' }).waitFor();
      await app.edit('components/index.q', (text) => text.replace('First', 'Second'));
      await tab.getByRole('heading', { name: 'Second' }).waitFor();
      const place = { file: 'components/broken.q', line: 2, column: 6 };
      assert.deepEqual(await brokenPlace(app, url), place);
    });
  }

  it('in a checkout of the framework, on the sources beside it', async (t) => {
    const app = await appOn(t, checkout, {});
    const { url } = await app.start();
    assert.match(await (await fetch(url ?? '')).text(), /from the checkout/);
  });
});

/** The shape of the framework's sources before it became a package, with as little in it as a server needs. */
const checkout = {
  'src/core/parser.py':
    'class QuantumParser:\n    def parse_file(self, path):\n        return path\n',
  'src/runtime/web_server.py': `from flask import Flask
from core.parser import QuantumParser


class QuantumWebServer:
    def __init__(self, config_path='quantum.config.yaml'):
        self.config = self._load_config(config_path)
        self.parser = QuantumParser()
        self.app = Flask(__name__)
        self.app.add_url_rule('/', view_func=lambda: '<p>from the checkout</p>', endpoint='index')
        self.app.add_url_rule('/health', view_func=lambda: {'status': 'ok'}, endpoint='health')

    def _load_config(self, config_path):
        return {'server': {'port': 8080, 'debug': True}}
`,
};
