// The second half of npm start: build, Python, the sample's database, VS Code.
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.js';
import { Editor } from './lib/editor.js';
import { browserCodeFor, showInDesktop } from './lib/start/choose.js';
import { hasDesktop, openInBrowser } from './lib/start/desktop.js';
import { settingsFor, startProfile } from './lib/start/profile.js';
import { migrateSample, sample } from './lib/start/sample.js';
import { note, step } from './lib/start/steps.js';
import { ensurePython } from './lib/testing/stages.js';

const look = 'look at the Quantum icon in the activity bar: Projects lists storefront';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
    },
  });
  await step(ensureBuilt, (built) => (built ? 'built' : 'built already'));
  const python = await step(
    () => ensurePython(note),
    (found) => `Python with quantum-framework: ${found}`,
  );
  await step(
    () => migrateSample(python),
    () => 'the sample’s database is at its newest migration',
  );
  if (values.check) {
    await step(
      () => check(python),
      (name) => `a window opened on the sample and Projects shows ${name}`,
    );
    return;
  }
  const profile = await startProfile(python);
  if (!values.browser && (await showInDesktop(profile, sample, look))) return;
  const code = await browserCodeFor(profile, sample);
  note(`open  ${code.address}`);
  note(`${look}; Ctrl+C here ends it`);
  if (hasDesktop()) openInBrowser(code.address);
  await new Promise<void>((resolve) => {
    // Kept to the end: Ctrl+C may come twice, from the terminal and from npm.
    process.on('SIGINT', resolve).on('SIGTERM', resolve);
  });
  await code.stop();
}

/** Opens the sample in VS Code in a headless browser and waits until Projects shows it. */
async function check(python: string): Promise<string> {
  const editor = await Editor.start({ product: 'files', settings: settingsFor(python), log: note });
  try {
    const { page } = await editor.openWindow(sample);
    await page.getByRole('tab', { name: 'Quantum', exact: true }).click();
    const row = page.getByRole('treeitem', { name: /storefront/ });
    await row.first().waitFor({ timeout: 60_000 });
    // The framework is looked for once the project is there; without one the row goes on saying so.
    const complete = page.getByRole('treeitem', { name: /storefront, Quantum/ });
    await complete.waitFor({ timeout: 30_000 }).catch(() => undefined);
    return (await row.first().getAttribute('aria-label')) ?? '';
  } finally {
    await editor.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
