import type { DoctorReport, Repair } from './doctor.js';
import type { Job } from './jobs.js';
import type { ProjectDetail } from './projects.js';

/**
 * Messages between a page and the extension. A page says `ready`; the host answers `init`, then sends
 * what the page shows. One pair of unions per page.
 */
export interface InitPage {
  readonly type: 'init';
  /** The translated texts (vscode.l10n.bundle), empty in English. */
  readonly texts: Readonly<Record<string, string>>;
  /** The editor's language, for dates and numbers. */
  readonly language: string;
  /** Which thing the panel is about; the page keeps it, so that the panel can be restored. */
  readonly subject: unknown;
}
/** What every page may say beside its own messages. */
export interface PageReady {
  readonly type: 'ready';
}

export type ToProjectPage =
  | { type: 'project'; project: ProjectDetail; jobs: readonly Job[] }
  | { type: 'gone' }
  | { type: 'failed'; message: string };
/** What a person can do on the page, without arguments: the panel knows its project. */
export type ProjectPageAction =
  | 'retry'
  | 'rename'
  | 'editDescription'
  | 'toggleActive'
  | 'openFolder'
  | 'openTerminal'
  | 'relink'
  | 'installFramework'
  | 'doctor'
  | 'delete';
export type FromProjectPage =
  { type: 'action'; action: ProjectPageAction } | { type: 'cancelJob'; id: number };

export type ToDoctorPage =
  | { type: 'checking' }
  | { type: 'report'; report: DoctorReport; checkedAt: string }
  /** The service cannot be asked: the page offers what is left. */
  | { type: 'failed'; message: string; repair: string | null; logTail: readonly string[] };
export type FromDoctorPage =
  | { type: 'again' }
  | { type: 'repair'; repair: Repair }
  | { type: 'restartService' }
  | { type: 'showLog' };
