import type { ComponentSummary } from '../project/componentSummary.js';
import type { ProjectView } from '../project/projectView.js';
import { isServed } from '../project/routes.js';
import { dependenciesOf, type Dependency } from './dependenciesOf.js';
import { endpointsOf, routeOf, type PageEndpoint } from './endpointsOf.js';
import type { PageFacts } from './pageFacts.js';

/**
 * `page` answers an address, `component` does so too but is written to be called; `layout` and `part` are only
 * called, a layout by pages to stand in; `outside`: lies where the framework looks for nothing.
 */
export type ComponentKind =
  'page' | 'component' | 'layout' | 'part' | 'application' | 'job' | 'outside';

/** `inactive`: nothing in the project leads to it. */
export type ComponentStatus = 'active' | 'inactive' | 'error';

/** What a file has, for who looks for files that have it. */
export type ComponentTag = 'guarded' | 'actions' | 'queries' | 'functions' | 'slots' | 'params';

/** A file of a project with all that the others make of it. */
export interface ProjectComponent {
  readonly path: string;
  readonly name: string;
  readonly kind: ComponentKind;
  readonly status: ComponentStatus;
  readonly refusal: string | null;
  readonly route: string | null;
  readonly tags: readonly ComponentTag[];
  readonly dependencies: readonly Dependency[];
  /** Files that call, import or link to it, sorted. */
  readonly usedBy: readonly string[];
  readonly endpoints: readonly PageEndpoint[];
}

/**
 * Every component of a project, by its path. `project` knows the same files. `known`: what was made of
 * files before, as far as neither they nor which files there are, nor the configuration, changed since.
 */
export function componentsOf(
  files: Iterable<PageFacts>,
  project: ProjectView,
  known: ReadonlyMap<PageFacts, ProjectComponent> = new Map(),
): Map<string, ProjectComponent> {
  const all = [...files];
  const dependencies = new Map(
    all.map((facts) => {
      const { summary } = facts;
      return [summary.path, known.get(facts)?.dependencies ?? dependenciesOf(summary, project)];
    }),
  );
  const usedBy = usersOf(dependencies);
  return new Map(
    all.map((facts) => {
      const { summary, refusal } = facts;
      const { path } = summary;
      const users = [...(usedBy.get(path) ?? [])].sort();
      const before = known.get(facts);
      if (before && isSameList(before.usedBy, users)) return [path, before];
      const below = project.componentPath(path);
      const kind = kindOf(summary, below);
      const isReached = users.length > 0 || !['layout', 'part', 'outside'].includes(kind);
      const component: ProjectComponent = {
        ...{ path, name: summary.name, kind, refusal },
        status: refusal !== null ? 'error' : isReached ? 'active' : 'inactive',
        route: kind === 'page' || kind === 'component' ? routeOf(below) : null,
        tags: tagsOf(facts),
        dependencies: dependencies.get(path) ?? [],
        usedBy: users,
        endpoints: endpointsOf(facts, below),
      };
      return [path, component];
    }),
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

function usersOf(
  dependencies: ReadonlyMap<string, readonly Dependency[]>,
): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const [user, needs] of dependencies)
    for (const { path } of needs) {
      if (path === null || path === user) continue;
      const known = users.get(path);
      if (known) known.add(user);
      else users.set(path, new Set([user]));
    }
  return users;
}

/** As new pages look for the layout they stand in. */
function isLayout({ path, slots }: ComponentSummary): boolean {
  return slots.includes('default') && /(?:^|\/)_?layouts?\//i.test(path);
}

function kindOf(summary: ComponentSummary, below: string | null): ComponentKind {
  const { kind, name } = summary;
  if (kind === 'application' || kind === 'job') return kind;
  if (below === null) return 'outside';
  if (!isServed(below)) return isLayout(summary) ? 'layout' : 'part';
  return /^[A-Z]/.test(name) ? 'component' : 'page';
}

function tagsOf({ summary, guard }: PageFacts): ComponentTag[] {
  const has: readonly (readonly [ComponentTag, boolean])[] = [
    ['guarded', guard !== null],
    ['actions', summary.actions.length > 0],
    ['queries', summary.queries.length > 0],
    ['functions', summary.functions.length > 0],
    ['slots', summary.slots.length > 0],
    ['params', summary.params.length > 0],
  ];
  return has.flatMap(([tag, is]) => (is ? [tag] : []));
}
