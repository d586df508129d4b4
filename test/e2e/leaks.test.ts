import assert from 'node:assert/strict';
import { until } from '../../scripts/lib/deadline.js';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import { openFiles } from '../../scripts/lib/processes.js';
import { count } from '../support/slice.js';
import { ProjectsView } from './pages/projectsView.js';
import { Workbench } from './pages/workbench.js';
import { journeysIn } from './journeys.js';
import type { Session } from './session.js';

const cycles = count(20, 200);

const journey = journeysIn();

interface Footprint {
  readonly processes: number;
  readonly hostFiles: number;
  readonly serviceFiles: number;
  /** Listeners, timers and sockets in the extension host. */
  readonly listeners: number;
  readonly disposables: number;
  readonly emitters: number;
  readonly resources: number;
}

async function footprint(session: Session, window: EditorWindow): Promise<Footprint> {
  const [service] = await session.service();
  assert.ok(service !== undefined, 'no service runs');
  return {
    processes: (await session.editor.processes()).length,
    hostFiles: (await openFiles(window.hostPid)).filter((file) => /^(socket|pipe):/.test(file))
      .length,
    serviceFiles: (await openFiles(service)).length,
    ...(await window.evaluate(() => host.alive())),
  };
}

journey(`${cycles} times the views open and close, and nothing is left over`, async (session) => {
  const window = await session.open(await session.sample('storefront'));
  const view = new ProjectsView(window.page);
  const workbench = new Workbench(window.page);
  const round = async (): Promise<void> => {
    await view.show();
    await view.row('storefront').click();
    await workbench.webview().getByRole('heading', { name: 'storefront', level: 1 }).waitFor();
    await window.evaluate((vscode) => vscode.commands.executeCommand('quantum.doctor'));
    await workbench.webview().getByRole('heading', { name: 'Quantum Doctor' }).waitFor();
    await window.evaluate((vscode) =>
      vscode.commands.executeCommand('workbench.action.closeAllEditors'),
    );
    await window.evaluate((vscode) =>
      vscode.commands.executeCommand('workbench.action.closeSidebar'),
    );
  };
  // What is made once and kept, such as a pool of connections, is there after the first rounds.
  for (let at = 0; at < 3; at++) await round();
  const before = await footprint(session, window);
  for (let at = 0; at < cycles; at++) await round();
  await until(
    'the footprint of before',
    async () => {
      const now = await footprint(session, window);
      for (const key of Object.keys(before) as (keyof Footprint)[]) {
        // Fewer than one more for four rounds: a leak of one a round is many times that.
        assert.ok(now[key] - before[key] < cycles / 4, `${key}: ${before[key]} → ${now[key]}`);
      }
      return true;
    },
    15_000,
    500,
  );
});
