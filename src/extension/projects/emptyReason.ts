import type { ContextKeys } from '../platform/contextKeys.js';
import type { ServiceState } from '../platform/serviceClient.js';

/** What decides why the Projects view is empty. */
export interface ViewFacts {
  readonly rows: number;
  readonly projects: number;
  readonly isLoaded: boolean;
  readonly isTrusted: boolean;
  readonly folders: number;
  /** Folders of this window whose project was deleted and stays so until a person asks for it. */
  readonly staysDeleted: number;
  readonly service: ServiceState['kind'];
}

/** One reason at a time: each has its own text and the buttons that cure it. */
export function emptyReason(facts: ViewFacts): ContextKeys['quantum.projects.empty'] {
  if (facts.rows > 0) return 'none';
  if (!facts.isTrusted) return 'untrusted';
  if (facts.service === 'failed') return 'failed';
  if (facts.service === 'reload-needed') return 'reload-needed';
  if (facts.projects > 0) return 'filtered';
  if (!facts.isLoaded) return 'loading';
  if (facts.staysDeleted > 0) return 'stays-deleted';
  return facts.folders === 0 ? 'no-folder' : 'no-project';
}
