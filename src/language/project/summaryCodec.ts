import type { ComponentSummary, SummaryCall, SummaryParam } from './componentSummary.js';

/**
 * A summary as nested lists of texts and numbers: half the size of the objects in JSON, and read twice as
 * fast. `codecVersion` changes with any of it.
 */
export type EncodedSummary = readonly unknown[];

export const codecVersion = 3;

const kinds = ['component', 'application', 'job', 'test', 'broken'] as const;
const uses = ['datasource', 'service', 'table', 'session', 'application'] as const;

type Flat = readonly (string | number | null | Flat)[];

/** What {@link decodeSummary} reads. */
export function encodeSummary(summary: ComponentSummary): EncodedSummary {
  const { path, kind, name, params, slots, actions, functions, queries, imports } = summary;
  return [
    path,
    kinds.indexOf(kind),
    name,
    flatParams(params),
    slots,
    flat(actions, (one, into) => {
      into.push(one.name, one.start, one.end, one.method, flatParams(one.params), +one.hasTable);
    }),
    flat(functions, (one, into) => into.push(one.name, one.start, one.end)),
    flat(queries, (one, into) => into.push(one.name, one.start, one.end, one.datasource)),
    flat(imports, (one, into) => into.push(one.name, one.start, one.end, one.from, one.as)),
    flat(summary.calls, (one, into) =>
      into.push(one.name, one.start, one.end, one.props, flagsOf(one)),
    ),
    flat(summary.links, (one, into) =>
      into.push(one.name, one.start, one.end, +(one.method === 'post')),
    ),
    summary.ids,
    flat(summary.uses, (one, into) =>
      into.push(one.name, one.start, one.end, uses.indexOf(one.kind)),
    ),
    summary.requiresAuth ? 1 : 0,
    summary.requiredRole,
  ];
}

function flagsOf({ hasContent, isConditional }: SummaryCall): number {
  return (hasContent ? 1 : 0) + (isConditional ? 2 : 0);
}

/** The parts of all items in one list: without a list for each, which would take most of the time. */
function flat<T>(items: readonly T[], add: (item: T, into: Flat[number][]) => void): Flat {
  const into: Flat[number][] = [];
  for (const item of items) add(item, into);
  return into;
}

function flatParams(params: readonly SummaryParam[]): Flat {
  return flat(params, (one, into) =>
    into.push(one.name, one.start, one.end, one.type, one.isRequired ? 1 : 0, one.default),
  );
}

/** The summary that was encoded. Trusts its input: check what comes from disk by its version. */
export function decodeSummary(encoded: EncodedSummary): ComponentSummary {
  const [path, kind, name, params, slots, actions, functions, queries, imports, ...rest] =
    encoded as [string, number, string, Flat, string[], Flat, Flat, Flat, Flat, ...unknown[]];
  const [calls, links, ids, named, requiresAuth, requiredRole] = rest as [
    Flat,
    Flat,
    string[],
    Flat,
    number,
    string | null,
  ];
  return {
    path,
    kind: kinds[kind] ?? 'broken',
    name,
    params: paramsOf(params),
    slots,
    actions: each(actions, 6, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
      method: list[at + 3] as string,
      params: paramsOf(list[at + 4] as Flat),
      hasTable: list[at + 5] === 1,
    })),
    functions: each(functions, 3, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
    })),
    queries: each(queries, 4, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
      datasource: list[at + 3] as string,
    })),
    imports: each(imports, 5, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
      from: list[at + 3] as string | null,
      as: list[at + 4] as string | null,
    })),
    calls: each(calls, 5, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
      props: list[at + 3] as string[],
      hasContent: ((list[at + 4] as number) & 1) === 1,
      isConditional: ((list[at + 4] as number) & 2) === 2,
    })),
    links: each(links, 4, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
      method: list[at + 3] === 1 ? 'post' : 'get',
    })),
    ids,
    uses: each(named, 4, (list, at) => ({
      name: list[at] as string,
      start: list[at + 1] as number,
      end: list[at + 2] as number,
      kind: uses[list[at + 3] as number] ?? 'session',
    })),
    requiresAuth: requiresAuth === 1,
    requiredRole,
  };
}

function paramsOf(list: Flat): SummaryParam[] {
  return each(list, 6, (flatList, at) => ({
    name: flatList[at] as string,
    start: flatList[at + 1] as number,
    end: flatList[at + 2] as number,
    type: flatList[at + 3] as string,
    isRequired: flatList[at + 4] === 1,
    default: flatList[at + 5] as string | null,
  }));
}

function each<T>(list: Flat, size: number, read: (list: Flat, at: number) => T): T[] {
  const made: T[] = [];
  for (let at = 0; at < list.length; at += size) made.push(read(list, at));
  return made;
}
