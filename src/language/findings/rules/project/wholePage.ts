import { importedName } from '../../../project/componentSearch.js';
import type { ProjectView } from '../../../project/projectView.js';
import { isServed } from '../../../project/routes.js';
import { isComponentName, isConditional } from '../../../project/summarise.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import { removeElement } from '../../fixes.js';
import type { Report } from '../../rule.js';

/** `<q:import>`s that no tag of the page calls. */
export function unusedImports(
  givers: readonly Element[],
  calls: readonly Element[],
  report: Report,
): void {
  const imports = givers.filter(({ tag }) => tag.name === 'q:import');
  if (imports.length === 0) return;
  const called = new Set(calls.map(({ tag }) => tag.name));
  for (const element of imports) {
    const component = attributeOf(element.tag, 'component');
    if (!component?.value) continue;
    if (element.parent?.parent !== null) continue;
    const alias = importedName({
      name: component.value,
      as: attributeOf(element.tag, 'as')?.value ?? null,
      from: null,
      start: 0,
      end: 0,
    });
    if (called.has(alias) || !isComponentName(alias)) continue;
    report.at(
      'unused-import',
      element.tag,
      0,
      element.tag.length,
      `<${alias}> is never called here.`,
      {
        tag: 'unnecessary',
        fixes: () => [
          { title: 'Remove the import', edits: removeElement(element), isPreferred: true },
        ],
      },
    );
  }
}

/** A component that lies where no address reaches it, and that nothing calls. */
export function unusedComponent(
  root: Element,
  path: string,
  project: ProjectView,
  report: Report,
): void {
  const below = project.componentPath(path);
  if (below === null || isServed(below) || below.endsWith('.test.q')) return;
  const uses = project.usesOf(path).filter((use) => use.path !== path);
  if (uses.length > 0) return;
  report.atName('unused-component', root, 'Nothing in the project calls this component.', {
    tag: 'unnecessary',
  });
}

/** Calls that lead back to the page itself, through whatever components. */
export function circularCalls(
  calls: readonly Element[],
  path: string,
  project: ProjectView,
  report: Report,
): void {
  if (calls.length === 0 || project.usesOf(path).length === 0) return;
  for (const element of calls) {
    const { name } = element.tag;
    if (isConditional(element)) continue;
    const called = project.component(name, path);
    const way = called ? wayFrom(called.path, path, project) : null;
    if (way === null) continue;
    report.atName(
      'circular-component',
      element,
      `<${name}> draws this component again, and so on without an end (${way}): the page fails.`,
    );
  }
}

/** Circles are short; a search through all of a large project would cost more than it finds. */
const searched = 200;

/** By its path each file that leads to another one, with the next on the way. */
type Ways = ReadonlyMap<string, string | null>;

const known = new WeakMap<ProjectView, { revision: number; ways: Map<string, Ways> }>();

/** The files from `from` to `target` by their calls, shortened; null when there is no way. */
function wayFrom(from: string, target: string, project: ProjectView): string | null {
  let kept = known.get(project);
  if (kept?.revision !== project.revision) {
    kept = { revision: project.revision, ways: new Map() };
    known.set(project, kept);
  }
  let ways = kept.ways.get(target);
  if (!ways) kept.ways.set(target, (ways = waysTo(target, callsAround(target, project))));
  if (!ways.has(from)) return null;
  const names: string[] = [];
  for (let at: string | null = from; at !== null; at = ways.get(at) ?? null) names.push(at);
  return names.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(' → ');
}

/** The files that `start` draws, and what these draw, each with what it draws always. */
function callsAround(start: string, project: ProjectView): Map<string, string[]> {
  const drawn = new Map<string, string[]>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined && drawn.size < searched; at = queue.shift()) {
    if (drawn.has(at)) continue;
    const calls = project.files.get(at)?.calls ?? [];
    const next = calls
      .filter(({ isConditional: mayEnd }) => !mayEnd)
      .flatMap(({ name }) => project.component(name, at)?.path ?? []);
    drawn.set(at, next);
    queue.push(...next);
  }
  return drawn;
}

function waysTo(target: string, drawn: ReadonlyMap<string, readonly string[]>): Ways {
  const callers = new Map<string, string[]>();
  for (const [from, all] of drawn) {
    for (const to of all) callers.set(to, [...(callers.get(to) ?? []), from]);
  }
  const ways = new Map<string, string | null>([[target, null]]);
  const queue = [target];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const from of callers.get(at) ?? []) {
      if (ways.has(from)) continue;
      ways.set(from, at);
      queue.push(from);
    }
  }
  return ways;
}
