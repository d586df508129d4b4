import { writesOf } from '../../language/components/accessMatrix.js';
import type { ProjectComponent } from '../../language/components/componentsOf.js';
import type { PageFacts } from '../../language/components/pageFacts.js';
import type {
  ComponentState,
  EndpointParam,
  ScannedComponent,
  ScannedEndpoint,
} from '../../protocol/components.js';
import type { ComponentRow, EndpointRow } from './componentRepository.js';
import type { StateRow } from './stateHistory.js';

/** A component as the API shows it: its row, and what the files around it make of it. */
export function scannedComponent(row: ComponentRow, made: ProjectComponent): ScannedComponent {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    filePath: row.file_path,
    status: row.status as ScannedComponent['status'],
    errorMessage: row.error_message,
    lastCompiled: row.last_compiled,
    kind: made.kind,
    route: made.route,
    tags: [...made.tags],
    dependencies: made.dependencies.map(({ kind, name, path }) => ({ kind, name, path })),
    usedBy: [...made.usedBy],
  };
}

/** `facts`: of its file. */
export function scannedEndpoint(
  row: EndpointRow,
  filePath: string,
  facts: PageFacts | undefined,
): ScannedEndpoint {
  return {
    id: row.id,
    projectId: row.project_id,
    componentId: row.component_id,
    method: row.method,
    path: row.path,
    functionName: row.function_name,
    description: row.description,
    filePath,
    params: JSON.parse(row.params ?? '[]') as EndpointParam[],
    guard: row.guard === null ? null : (JSON.parse(row.guard) as ScannedEndpoint['guard']),
    writes: facts ? writesOf(facts, row.function_name) : [],
  };
}

export function componentState({
  at,
  status,
  error_message: errorMessage,
}: StateRow): ComponentState {
  return { at, status: status as ComponentState['status'], errorMessage };
}
