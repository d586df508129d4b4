import type { PageEndpoint } from './endpointsOf.js';
import type { ProjectComponent } from './componentsOf.js';
import type { PageFacts } from './pageFacts.js';

/** An address or an action, who may ask for it, and what it changes. */
export interface AccessRow {
  readonly path: string;
  readonly method: string;
  readonly functionName: string | null;
  readonly filePath: string;
  /** From 1; of an action. */
  readonly line: number | null;
  readonly guard: PageEndpoint['guard'];
  /** The visitors of the matrix that may. */
  readonly allowed: readonly string[];
  /** Tables it changes. */
  readonly writes: readonly string[];
  /** Nobody has to sign in, and it changes tables. */
  readonly isOpenWrite: boolean;
}

export interface AccessMatrix {
  /** `anyone` (not signed in), `signed-in`, then `role:…` and `permission:…` in order. */
  readonly visitors: readonly string[];
  readonly rows: readonly AccessRow[];
}

/** Who may ask for what in a project, by address. */
export function accessMatrix(
  pages: readonly PageFacts[],
  components: ReadonlyMap<string, ProjectComponent>,
): AccessMatrix {
  const named = new Set<string>();
  for (const { guard } of pages) {
    for (const role of rolesOf(guard)) named.add(`role:${role}`);
    if (guard?.permission) named.add(`permission:${guard.permission}`);
  }
  const visitors = ['anyone', 'signed-in', ...[...named].sort()];
  const rows = pages.flatMap((facts) =>
    (components.get(facts.summary.path)?.endpoints ?? []).map((endpoint): AccessRow => {
      const { path, method, functionName, guard } = endpoint;
      const writes = writesOf(facts, functionName);
      const action = facts.work.actions.find(({ name }) => name === functionName);
      return {
        ...{ path, method, functionName, guard, writes, filePath: facts.summary.path },
        line: action?.line ?? null,
        allowed: visitors.filter((visitor) => mayAsk(visitor, guard)),
        isOpenWrite: guard === null && writes.length > 0,
      };
    }),
  );
  return { visitors, rows: rows.sort(byAddress) };
}

/** One role is enough where several are named, as in the framework. */
function rolesOf(guard: PageEndpoint['guard']): string[] {
  if (!guard?.role) return [];
  return guard.role.includes(',') ? guard.role.split(',').map((role) => role.trim()) : [guard.role];
}

/** Each visitor has what he is named after and nothing else. */
function mayAsk(visitor: string, guard: PageEndpoint['guard']): boolean {
  if (guard === null) return true;
  if (visitor === 'anyone') return false;
  const roles = rolesOf(guard);
  const hasRole = roles.length === 0 || roles.some((role) => visitor === `role:${role}`);
  const hasPermission = guard.permission === null || visitor === `permission:${guard.permission}`;
  return hasRole && hasPermission;
}

/** Tables that an action changes, itself or by a function it calls; null: that drawing the page does. */
export function writesOf({ work }: Pick<PageFacts, 'work'>, action: string | null): string[] {
  const calls = work.actions.find(({ name }) => name === action)?.calls ?? [];
  const own = work.statements.filter(({ inside }) => {
    if (action === null) return inside === null;
    if (inside?.kind === 'action') return inside.name === action;
    return inside !== null && calls.includes(inside.name);
  });
  return [...new Set(own.flatMap(({ writes }) => writes))].sort();
}

function byAddress(a: AccessRow, b: AccessRow): number {
  const key = ({ path, functionName }: AccessRow): string => `${path}\n${functionName ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}
