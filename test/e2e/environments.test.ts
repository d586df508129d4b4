import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from '../../scripts/lib/deadline.js';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import { textOf } from '../support/textOf.js';
import { journeysIn } from './journeys.js';
import { EnvironmentsView } from './pages/environmentsView.js';
import { ProjectsView } from './pages/projectsView.js';
import { Workbench } from './pages/workbench.js';

const journey = journeysIn();
const secret = 'sk-5f1c0b7a9d24e8';

/** An application that says what it was given. */
const greeter = {
  'quantum.config.yaml': 'server:\n  port: 8080\nservices:\n  - given\n',
  'given.py': `import os
from quantum.services import service


@service('given.words')
def words():
    token = os.environ.get('PAYMENT_TOKEN', '')
    return [{'greeting': os.environ.get('GREETING', 'nothing'), 'token': len(token)}]
`,
  'components/index.q': `<q:component name="Index">
  <q:invoke name="given" service="given.words" />
  <q:loop items="{given}" var="one"><h1>{one.greeting}, {one.token}</h1></q:loop>
</q:component>
`,
};

const open = {} as {
  folder: string;
  window: EditorWindow;
  view: EnvironmentsView;
  workbench: Workbench;
  /** The running application, in a browser. */
  shop: Page;
};
/** All that extensions have sent to the window. */
const received: Buffer[] = [];

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await open.window.page.keyboard.press(key);
};

/** Runs a command from the palette and answers what it asks. */
async function run(command: string, ...answers: readonly string[]): Promise<void> {
  await open.workbench.run(`Quantum: ${command}`);
  for (const answer of answers) await open.workbench.answer(answer);
}

const heading = async (): Promise<string> =>
  (await open.shop.locator('h1').innerText({ timeout: 2_000 })).trim();

/** The application starts again when what it is given is otherwise. */
async function says(words: string): Promise<void> {
  await until(
    `the page says ${words}`,
    async () => {
      await open.shop.reload({ timeout: 5_000 });
      return (await heading()) === words;
    },
    60_000,
  );
}

journey('an environment and its variables are made by keys', async (session) => {
  open.folder = await session.folderWith('greeter', greeter);
  open.window = await session.open(open.folder, (data) => received.push(data));
  open.view = new EnvironmentsView(open.window.page);
  open.workbench = new Workbench(open.window.page);
  const projects = new ProjectsView(open.window.page);
  await projects.show();
  await projects.row('greeter').waitFor();
  await run('New Environment…', 'staging', 'staging', '');
  await open.view.row('staging, not in use').waitFor();
  await run('Add Variable…', 'staging', 'GREETING', 'Plain', 'Hello from staging', '');
  await open.view.row('GREETING, Hello from staging').waitFor();
  await run('Add Variable…', 'staging', 'PAYMENT_TOKEN', 'Secret', secret, 'Of the test account');
  await open.view.row('PAYMENT_TOKEN, secret').waitFor();
});

journey('used here, the running application has them', async () => {
  const { page } = open.window;
  await new ProjectsView(page).choose('greeter', 'Start Application');
  const running = page.getByRole('treeitem', { name: /^greeter, running on \d+/ });
  await running.waitFor();
  const [, port] = /running on (\d+)/.exec((await running.getAttribute('aria-label')) ?? '') ?? [];
  open.shop = await page.context().newPage();
  await open.shop.goto(`http://127.0.0.1:${port}/`);
  assert.equal(await heading(), 'nothing, 0');
  await page.bringToFront();
  await run('Use Environment Here', 'staging');
  await open.view.row('staging, in use').waitFor();
  await open.view.inUse('greeter: the environment in use is staging').waitFor();
  await says(`Hello from staging, ${secret.length}`);
});

journey(
  'Enter on the row of a variable gives it another value, in an open preview too',
  async () => {
    await open.window.page.bringToFront();
    await open.window.evaluate(async (vscode) => {
      const [page] = await vscode.workspace.findFiles('components/index.q');
      if (!page) throw new Error('there is no page');
      await vscode.window.showTextDocument(page);
      await vscode.commands.executeCommand('quantum.preview.show');
    });
    const preview = open.workbench.webview().frameLocator('iframe[sandbox]');
    await preview.getByRole('heading', { name: 'Hello from staging' }).waitFor({ timeout: 60_000 });
    await open.workbench.run('Focus on Environments View');
    await open.view.focused().waitFor();
    await keys('Home', 'ArrowDown', 'ArrowDown', 'Enter');
    assert.equal(await open.workbench.quickInput().inputValue(), 'Hello from staging');
    await open.workbench.answer('Good evening');
    await open.view.row('GREETING, Good evening').waitFor();
    await preview.getByRole('heading', { name: 'Good evening' }).waitFor({ timeout: 60_000 });
    await says(`Good evening, ${secret.length}`);
  },
);

journey('the secret is nowhere to be seen', async (session) => {
  await open.view.row('PAYMENT_TOKEN, secret').hover();
  await open.window.page.locator('.workbench-hover', { hasText: 'Of the test account' }).waitFor();
  const seen = {
    messages: Buffer.concat(received).toString('latin1'),
    window: await open.window.page.content(),
    'the folders of editor and service': await textOf(session.editor.kept),
  };
  for (const [place, text] of Object.entries(seen)) {
    assert.ok(text.length > 100, `${place} is not empty`);
    assert.ok(!text.includes(secret), `${place}: there is the secret`);
  }
  assert.ok(seen.messages.includes('Good evening'), 'messages can be read');
});

journey('deleted by keys, the application has nothing of it any more', async () => {
  await open.window.page.bringToFront();
  await open.workbench.run('Focus on Environments View');
  await open.view.focused().waitFor();
  await keys('Home', 'ArrowDown', 'Delete');
  await open.workbench.dialog().getByText('Its variables go with it: 2.').waitFor();
  await keys('Enter');
  await open.view.row('staging, in use').waitFor({ state: 'hidden' });
  await says('nothing, 0');
});
