import type { DeleteConsequences, ProjectDetail } from './projects.js';
import type { DoctorReport, Repair } from './doctor.js';
import type { Job } from './jobs.js';

/** Messages between a page and the extension, one pair of unions per page. The page says `ready` first. */
export type ToProjectPage =
  | { type: 'project'; project: ProjectDetail; jobs: readonly Job[] }
  | { type: 'gone' }
  | { type: 'failed'; message: string };
export type FromProjectPage =
  | { type: 'ready' }
  | { type: 'retry' }
  | { type: 'rename' }
  | { type: 'editDescription' }
  | { type: 'toggleActive' }
  | { type: 'openFolder' }
  | { type: 'relink' }
  | { type: 'installFramework' }
  | { type: 'doctor' }
  | { type: 'delete' };

export type ToDoctorPage =
  | { type: 'checking' }
  | { type: 'report'; report: DoctorReport; checkedAt: string }
  | { type: 'failed'; message: string };
export type FromDoctorPage =
  { type: 'ready' } | { type: 'again' } | { type: 'repair'; repair: Repair };

export type { DeleteConsequences };
