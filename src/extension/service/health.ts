import type { Project } from '../../protocol/projects.js';
import type { ServiceState } from '../platform/serviceClient.js';

/** What can be wrong in this window, each with its own sentence and repair. */
export type HealthProblem =
  | { readonly kind: 'service-failed'; readonly message: string }
  | { readonly kind: 'reload-needed'; readonly serviceVersion: string }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'folder-missing' | 'folder-moved'; readonly project: Project }
  | { readonly kind: 'framework-absent'; readonly project: Project };

export interface Health {
  /** `hidden`: nothing of Quantum is in this window. */
  readonly level: 'hidden' | 'busy' | 'ok' | 'warning' | 'error';
  /** The window's project, when there is exactly one. */
  readonly name: string | null;
  readonly problems: readonly HealthProblem[];
}

export interface HealthFacts {
  readonly service: ServiceState;
  readonly isTrusted: boolean;
  /** Whether a folder of this window holds Quantum. */
  readonly isOurs: boolean;
  /** The projects of this window's folders. */
  readonly here: readonly Project[];
}

/** Health at a glance: the worst of the service and of this window's projects. */
export function healthOf(facts: HealthFacts): Health {
  const { service, isTrusted, isOurs, here } = facts;
  const name = here.length === 1 ? (here[0]?.name ?? null) : null;
  if (!isOurs && service.kind === 'off') return { level: 'hidden', name, problems: [] };
  if (!isTrusted) return { level: 'warning', name, problems: [{ kind: 'untrusted' }] };
  if (service.kind === 'failed')
    return {
      level: 'error',
      name,
      problems: [{ kind: 'service-failed', message: service.message }],
    };
  if (service.kind === 'reload-needed')
    return {
      level: 'warning',
      name,
      problems: [{ kind: 'reload-needed', serviceVersion: service.serviceVersion }],
    };
  const problems = here.flatMap(projectProblem);
  if (problems.length > 0) {
    const lost = problems.some(({ kind }) => kind === 'folder-missing');
    return { level: lost ? 'error' : 'warning', name, problems };
  }
  return { level: service.kind === 'connected' ? 'ok' : 'busy', name, problems };
}

function projectProblem(project: Project): HealthProblem[] {
  // A person who deactivated a project does not want to hear of it.
  if (project.status === 'inactive') return [];
  if (project.folderState === 'missing') return [{ kind: 'folder-missing', project }];
  if (project.folderState === 'moved') return [{ kind: 'folder-moved', project }];
  if (project.folderState === 'present' && project.frameworkVersion === null)
    return [{ kind: 'framework-absent', project }];
  return [];
}
