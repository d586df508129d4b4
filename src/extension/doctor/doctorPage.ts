import * as vscode from 'vscode';
import type { FromDoctorPage, ToDoctorPage } from '../../protocol/webviews.js';
import { problemMessage } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { DoctorApi } from './doctorApi.js';
import { applyRepair } from './repairs.js';

export interface DoctorDeps {
  readonly api: DoctorApi;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  /** Ids of the projects whose folders are open in this window. */
  readonly here: () => readonly number[];
}

/** A project's id, or this window with its projects. */
export type DoctorSubject = number | 'window';

/** The doctor's pages: one about this window, one for each other project that is asked about. */
export function createDoctorPages(
  extensionUri: vscode.Uri,
  deps: DoctorDeps,
): WebviewPages<DoctorSubject, ToDoctorPage, FromDoctorPage> {
  return new WebviewPages<DoctorSubject, ToDoctorPage, FromDoctorPage>(extensionUri, {
    viewType: 'quantum.doctor',
    entry: 'doctor',
    keyOf: String,
    titleOf: () => vscode.l10n.t('Quantum Doctor'),
    readSubject: (kept) => {
      const subject: unknown =
        typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'subject') : undefined;
      return typeof subject === 'number' ? subject : 'window';
    },
    attach: (page, subject) => attachDoctor(page, subject, deps),
  });
}

function attachDoctor(
  page: Page<ToDoctorPage>,
  subject: DoctorSubject,
  deps: DoctorDeps,
): PageController<FromDoctorPage> {
  const { api, service, reporter } = deps;
  // Only the newest check is shown: an older answer that comes late is dropped.
  let round = 0;

  const check = async (): Promise<void> => {
    const own = ++round;
    page.post({ type: 'checking' });
    try {
      const report = await api.report(subject === 'window' ? deps.here() : [subject]);
      if (own === round) page.post({ type: 'report', report, checkedAt: new Date().toISOString() });
    } catch (error) {
      if (own !== round) return;
      const { detail, repair } = problemMessage(error);
      const logTail = service.state.kind === 'failed' ? service.state.logTail : [];
      page.post({ type: 'failed', message: detail, repair: repair ?? null, logTail });
    }
  };
  const act = (what: string, run: () => unknown): void => {
    void reporter.guard(what, run).then(check);
  };
  const listening = service.onEvent((event) => {
    // What was just repaired shows: a job's end and a changed project change the findings.
    const ended = event.type === 'job_changed' && event.state !== 'active';
    if (ended || event.type === 'project_updated' || event.type === 'reset') void check();
  });

  return {
    onReady: () => void check(),
    onMessage: (message) => {
      switch (message.type) {
        case 'again':
          void check();
          break;
        case 'repair':
          act('repair', () => applyRepair(message.repair));
          break;
        case 'restartService':
          act('restart', () => vscode.commands.executeCommand('quantum.restartService'));
          break;
        case 'showLog':
          void vscode.commands.executeCommand('quantum.showLog');
          break;
        default:
          message satisfies never;
      }
    },
    dispose: () => listening.dispose(),
  };
}
