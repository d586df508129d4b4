import { decodedAddress, linkAttribute, linkOf, pathOfLink } from '../../../project/links.js';
import type { ProjectView } from '../../../project/projectView.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf, type Attribute } from '../../../syntax/token.js';
import { nearest } from '../../../catalogue/nearest.js';
import { setValue } from '../../fixes.js';
import type { Report } from '../../rule.js';
import type { ProjectElementRule } from './projectElementRule.js';

/** Addresses the server answers without a page. */
const reserved = /^\/(?:static|_partial|_dev|_stream|health)(?:\/|$)/;

/** Links and forms to pages that do not exist, and static files that are not there. */
export const links: ProjectElementRule = (element, { project, path, report }) => {
  if (!project?.configuration) return;
  const attribute = linkAttribute(element);
  const link = attribute && linkOf(element);
  // What lies outside of the components folder (fragments, experiments) is on no site.
  if (!attribute || !link || path === null || project.componentPath(path) === null) return;
  const address = pathOfLink(link.name);
  if (address.startsWith('/static/')) staticFile(element, attribute, address, project, report);
  else if (!reserved.test(address)) pageLink(element, attribute, address, project, report);
};

function staticFile(
  element: Element,
  attribute: Attribute,
  address: string,
  project: ProjectView,
  report: Report,
): void {
  const below = decodedAddress(address.slice('/static/'.length));
  const file = project.staticPath(below);
  if (below.includes('{') || file === null || project.hasFile(file)) return;
  // The server writes these itself, for every page anew.
  if (/^(?:styles|scripts)-[0-9a-f]+\.(?:css|js)$/.test(below)) return;
  const root = project.staticPath('') ?? '';
  const files = [...project.allFiles].filter((one) => one.startsWith(root));
  const guesses = nearest(file, files, 1).map((one) => `/static/${one.slice(root.length)}`);
  report.atValue(
    'missing-static-file',
    element,
    attribute,
    `There is no file ${file}: the browser gets 404.`,
    {
      fixes: () =>
        guesses.map((guess) => ({
          title: `Write "${guess}"`,
          edits: setValue(element, attribute, guess),
        })),
    },
  );
}

function pageLink(
  element: Element,
  attribute: Attribute,
  address: string,
  project: ProjectView,
  report: Report,
): void {
  if (element.tag.name !== 'a' && !pageLinks.has(element.tag.name)) return;
  if (!isPageAddress(address)) return;
  // Without an index the framework has a welcome page of its own.
  if (address !== '/' && !project.mayAnswer(decodedAddress(address))) {
    const guesses = nearest(address, addressesOf(project), 1);
    report.atValue(
      'dead-link',
      element,
      attribute,
      `No page of the project answers ${address}: whoever follows this gets 404.`,
      {
        to: lengthOfPath(attribute.value ?? ''),
        fixes: () => [
          ...guesses.map((guess) => ({
            title: `Write "${guess}"`,
            edits: setValue(
              element,
              attribute,
              guess + (attribute.value ?? '').slice(lengthOfPath(attribute.value ?? '')),
            ),
          })),
          ...createPage(address, project),
        ],
      },
    );
    return;
  }
  const isPost = attributeOf(element.tag, 'method')?.value?.toLowerCase() === 'post';
  if (element.tag.name !== 'form' || !isPost || address.includes('{')) return;
  const page = project.page(decodedAddress(address));
  if (!page || page.kind !== 'component' || page.actions.length > 0) return;
  report.atValue(
    'form-without-action',
    element,
    attribute,
    `${page.path} has no q:action: what the form sends is dropped and the page is shown as if asked for anew.`,
  );
}

const pageLinks = new Set(['form', 'ui:link', 'area', 'q:redirect', 'iframe']);

/** Files with a suffix come from somewhere else: a proxy, a download service. */
function isPageAddress(address: string): boolean {
  return !/\.(?!q$)[A-Za-z0-9]{1,8}$/.test(address);
}

function lengthOfPath(raw: string): number {
  return pathOfLink(raw).length;
}

function addressesOf(project: ProjectView): string[] {
  return [...project.files.keys()].flatMap((file) => {
    const below = project.componentPath(file);
    if (below === null || below.includes('[') || below.startsWith('_') || below.includes('/_'))
      return [];
    return [`/${below.replace(/\.q$/, '').replace(/(?:^|\/)index$/, '')}`];
  });
}

function createPage(
  address: string,
  project: ProjectView,
): { title: string; edits: []; creates: { path: string; text: string } }[] {
  const name = address.replace(/^\/|\/$/g, '');
  const path = /^[\w/-]+$/.test(name) ? project.newComponentPath(`${name}.q`) : null;
  if (path === null) return [];
  const title = name.slice(name.lastIndexOf('/') + 1);
  const text = `<q:component name="${title}">\n  <h1>${title}</h1>\n</q:component>\n`;
  return [{ title: `Create the page ${path}`, edits: [], creates: { path, text } }];
}

/** `<q:data source="prices.csv">` where no such file lies. */
export const dataFiles: ProjectElementRule = (element, { project, report }) => {
  if (element.tag.name !== 'q:data' || !project) return;
  const source = attributeOf(element.tag, 'source');
  const value = source?.value ?? '';
  if (!source || value.includes('{') || !/^(?:\.\/)?[\w./-]+\.(?:csv|json|xml)$/.test(value))
    return;
  const file = value.replace(/^\.\//, '');
  if (project.hasFile(file)) return;
  report.atValue(
    'missing-data-file',
    element,
    source,
    `There is no file ${file} in the project: reading it fails.`,
  );
};
