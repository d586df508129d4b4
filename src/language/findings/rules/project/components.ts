import { importText } from '../../../project/writtenImport.js';
import {
  calledComponent,
  componentCandidates,
  importedName,
} from '../../../project/componentSearch.js';
import type { ComponentSummary, SummaryImport } from '../../../project/componentSummary.js';
import { isComponentName } from '../../../project/summarise.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import type { ProjectView } from '../../../project/projectView.js';
import type { Fix } from '../../finding.js';
import { addAttribute, removeAttribute, renameAttribute, renameElement } from '../../fixes.js';
import { closest, nearest } from '../../../catalogue/nearest.js';
import type { PageParts } from './pageParts.js';
import { listed, literalOf, meantFixes, type ProjectElementRule } from './projectElementRule.js';

/** `<Cardd/>`: no such component; `<Card/>` without a prop it needs, or with one it does not take. */
export const calls: ProjectElementRule = (element, { project, parts, report, path }) => {
  const { name } = element.tag;
  if (!project || !isComponentName(name) || path === null || element.parent === null) return;
  const { component, from, by } = calledComponent(name, importsOf(parts));
  const called = project.imported(component, from);
  if (!called) {
    // The import says so already.
    if (by) return;
    const guess = closest(name, callableNames(project, parts));
    report.atName(
      'unknown-component',
      element,
      `There is no component ${name}: looked for ${listed(componentCandidates(name, null))}. Drawing the page fails.`,
      {
        fixes: () => [
          ...(guess === undefined
            ? []
            : [
                {
                  title: `Write <${guess}>`,
                  edits: renameElement(element, guess),
                  isPreferred: true,
                },
              ]),
          ...importFixes(element, project),
          ...createComponent(name, null, propsOf(element), project),
        ],
      },
    );
    return;
  }
  if (called.kind === 'component') props(element, called, report);
};

/** Attributes that a call may have without being a prop. */
const always = new Set(['xmlns']);

function props(
  element: Element,
  called: ComponentSummary,
  report: Parameters<ProjectElementRule>[1]['report'],
): void {
  const names = called.params.map(({ name }) => name);
  const written = propsOf(element);
  for (const param of called.params) {
    if (!param.isRequired || param.default !== null || written.includes(param.name)) continue;
    report.atName(
      'missing-prop',
      element,
      `<${element.tag.name}> needs ${param.name}=, which ${called.path} requires: drawing the page fails.`,
      {
        fixes: () => [
          { title: `Add ${param.name}=""`, edits: addAttribute(element, param.name, '') },
        ],
      },
    );
  }
  for (const attribute of element.tag.attributes) {
    const { name } = attribute;
    if (names.includes(name) || always.has(name) || name.startsWith('xmlns:')) continue;
    const guess = closest(
      name,
      names.filter((one) => !written.includes(one)),
    );
    report.atAttributeName(
      'unknown-prop',
      element,
      attribute,
      `${called.path} has no q:param "${name}" (there: ${listed(names)}): the value is dropped.`,
      {
        fixes: (document) => [
          ...(guess === undefined
            ? []
            : [
                {
                  title: `Write ${guess}=`,
                  edits: renameAttribute(element, attribute, guess),
                  isPreferred: true,
                },
              ]),
          {
            title: `Remove ${name}=`,
            edits: removeAttribute(element, attribute, document.text),
          },
        ],
      },
    );
  }
}

function propsOf(element: Element): string[] {
  return element.tag.attributes.map(({ name }) => name);
}

function importsOf(parts: PageParts): SummaryImport[] {
  return parts.imports.map(({ component, from, as }) => ({
    name: component,
    from,
    as,
    start: 0,
    end: 0,
  }));
}

/** What a tag may be called here: imports of the page, and components in the root of the folder. */
function callableNames(project: ProjectView, parts: PageParts): string[] {
  const names = importsOf(parts).map(importedName);
  for (const file of project.files.keys()) {
    const below = project.componentPath(file);
    if (below !== null && !below.includes('/')) names.push(below.replace(/\.q$/, ''));
  }
  return names.filter(isComponentName);
}

/** Imports of components that are called like the tag and lie in a folder. */
function importFixes(element: Element, project: ProjectView): Fix[] {
  let root = element;
  while (root.parent) root = root.parent;
  const at = root.tag.start + root.tag.length;
  const { name } = element.tag;
  return [...project.files.values()].flatMap((file) => {
    const below = project.componentPath(file.path);
    if (file.name !== name || below === null || !below.includes('/')) return [];
    const folder = below.slice(0, below.lastIndexOf('/'));
    const text = `\n  ${importText(name, folder)}`;
    return [
      {
        title: `Import ${name} from "${folder}"`,
        edits: [{ start: at, end: at, text }],
        isPreferred: true,
      },
    ];
  });
}

function createComponent(
  name: string,
  from: string | null,
  names: readonly string[],
  project: ProjectView,
): Fix[] {
  const [file] = componentCandidates(name, from);
  const path = file === undefined ? null : project.newComponentPath(file);
  if (path === null) return [];
  const params = names
    .filter((one) => /^[A-Za-z_]\w*$/.test(one))
    .map((one) => `  <q:param name="${one}" />\n`);
  const short = name.slice(name.lastIndexOf('/') + 1);
  const text = `<q:component name="${short}">\n${params.join('')}  <q:slot />\n</q:component>\n`;
  return [{ title: `Create the component ${path}`, edits: [], creates: { path, text } }];
}

/** `<q:import>` of what does not exist, from a folder that does not, or never used. */
export const imports: ProjectElementRule = (element, { project, parts, report }) => {
  if (element.tag.name !== 'q:import' || element.parent?.parent !== null) return;
  const found = literalOf(element, 'component');
  if (!found || !project) return;
  const from = attributeOf(element.tag, 'from');
  const { attribute, value } = found;
  const called = project.imported(value, from?.value ?? null);
  if (!called) {
    const names = [...project.files.values()].map(({ name }) => name);
    const { fixes } = meantFixes(element, attribute, value, names);
    const candidates = componentCandidates(value, from?.value ?? null);
    report.atValue(
      'unknown-component',
      element,
      attribute,
      `There is no component "${value}": looked for ${listed(candidates)}. A page that calls it fails.`,
      {
        fixes: () => [...fixes, ...createComponent(value, from?.value ?? null, [], project)],
      },
    );
    return;
  }
  missedFolder(element, called, project, report);
  const as = attributeOf(element.tag, 'as');
  const alias = as?.value ?? value;
  if (!isComponentName(alias)) {
    report.atValue(
      'import-not-callable',
      element,
      as ?? attribute,
      `<${alias}> would be HTML: a tag that calls a component begins with a capital. Give it one by as="…".`,
    );
  } else if (parts.imports.filter((one) => (one.as ?? one.component) === alias).length > 1) {
    report.atValue(
      'duplicate-import',
      element,
      as ?? attribute,
      `Two imports are called ${alias}: the last one counts.`,
    );
  }
};

/** `from="./nowhere"`, where the framework falls back to the root without a word. */
function missedFolder(
  element: Element,
  called: ComponentSummary,
  project: ProjectView,
  report: Parameters<ProjectElementRule>[1]['report'],
): void {
  const from = literalOf(element, 'from');
  const component = attributeOf(element.tag, 'component')?.value;
  if (!from || !component) return;
  const [wanted = ''] = componentCandidates(component, from.value);
  const below = project.componentPath(called.path);
  if (below === null || below === wanted) return;
  const folders = new Set(
    [...project.files.keys()].flatMap((file) => {
      const path = project.componentPath(file);
      return path?.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : [];
    }),
  );
  const [guess] = nearest(from.value, folders, 1);
  report.atValue(
    'import-folder',
    element,
    from.attribute,
    `There is no ${wanted} below the components folder: ${called.path} is taken instead.`,
    guess === undefined
      ? {}
      : { fixes: () => meantFixes(element, from.attribute, from.value, [guess]).fixes },
  );
}
