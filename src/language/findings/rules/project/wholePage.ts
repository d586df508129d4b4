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
  if (project.usesOf(path).length === 0) return;
  for (const element of calls) {
    const { name } = element.tag;
    if (isConditional(element)) continue;
    const called = project.component(name, path);
    const way = called ? knownWay(path, called.path, project) : null;
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

const known = new WeakMap<ProjectView, { revision: number; ways: Map<string, string | null> }>();

/** `wayTo`, asked once for each state of the project. */
function knownWay(target: string, from: string, project: ProjectView): string | null {
  let kept = known.get(project);
  if (kept?.revision !== project.revision) {
    kept = { revision: project.revision, ways: new Map() };
    known.set(project, kept);
  }
  const key = `${from}\n${target}`;
  let way = kept.ways.get(key);
  if (way === undefined) {
    way = wayTo(target, from, project);
    kept.ways.set(key, way);
  }
  return way;
}

/** The files from `from` to `target` by their calls; null when there is no way. */
function wayTo(target: string, from: string, project: ProjectView): string | null {
  const before = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined && before.size < searched; at = queue.shift()) {
    if (at === target) return wayBack(at, before);
    for (const { name, isConditional: mayEnd } of project.files.get(at)?.calls ?? []) {
      if (mayEnd) continue;
      const next = project.component(name, at)?.path;
      if (next === undefined || before.has(next)) continue;
      before.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

function wayBack(end: string, before: ReadonlyMap<string, string | null>): string {
  const names: string[] = [];
  for (let at: string | null | undefined = end; at; at = before.get(at)) names.unshift(at);
  return names.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(' → ');
}
