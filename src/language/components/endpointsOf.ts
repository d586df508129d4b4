import type { SummaryParam } from '../project/componentSummary.js';
import { isServed, segmentsOf, type Segment } from '../project/routes.js';
import type { Guard, PageFacts } from './pageFacts.js';

/** An address of the application and what may be asked of it. */
export interface PageEndpoint {
  readonly method: string;
  /** As the files name it: `/orders/[id]`. */
  readonly path: string;
  /** The action that runs; null: the page is drawn. */
  readonly functionName: string | null;
  readonly description: string | null;
  readonly params: readonly EndpointParam[];
  readonly guard: Guard | null;
}

export interface EndpointParam {
  readonly name: string;
  readonly in: 'path' | 'query' | 'form';
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
}

/** The address a file below the components folder answers; null for parts, which answer none. */
export function routeOf(below: string | null): string | null {
  if (below === null || !isServed(below)) return null;
  return `/${segmentsOf(below).map(written).join('/')}`;
}

/** What a page answers: itself, and each of its actions. `below`: its path below the components folder. */
export function endpointsOf(facts: PageFacts, below: string | null): PageEndpoint[] {
  const { summary, guard, description, actionDescriptions } = facts;
  const path = routeOf(below);
  if (below === null || path === null || summary.kind !== 'component') return [];
  const inPath = segmentsOf(below).flatMap(pathParam);
  const named = new Set(inPath.map(({ name }) => name));
  const inQuery = summary.params.filter(({ name }) => !named.has(name));
  return [
    {
      ...{ method: 'GET', path, functionName: null, description, guard },
      params: [...inPath, ...inQuery.map((param) => paramIn('query', param))],
    },
    ...summary.actions.map((action, index) => ({
      ...{ method: action.method.toUpperCase(), path, functionName: action.name, guard },
      description: actionDescriptions[index] ?? null,
      params: [
        ...inPath.filter(({ name }) => !action.params.some((param) => param.name === name)),
        ...action.params.map((param) => paramIn(named.has(param.name) ? 'path' : 'form', param)),
      ],
    })),
  ];
}

function written(segment: Segment): string {
  if (segment.kind === 'literal') return segment.text;
  return segment.kind === 'rest' ? `[...${segment.name}]` : `[${segment.name}]`;
}

function pathParam(segment: Segment): EndpointParam[] {
  if (segment.kind === 'literal') return [];
  return [{ name: segment.name, in: 'path', type: 'string', required: true, default: null }];
}

function paramIn(place: EndpointParam['in'], param: SummaryParam): EndpointParam {
  const { name, type, isRequired, default: fallback } = param;
  return { name, in: place, type, required: isRequired, default: fallback };
}
