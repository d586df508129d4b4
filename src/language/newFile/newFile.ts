import type { NewFileKind } from '../../protocol/languageServer.js';
import { literal } from '../completion/item.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import type { ProjectView } from '../project/projectView.js';
import { placeOfNewFile } from './newFilePlace.js';
import { usualLayout } from './usualLayout.js';

export interface NewFileWish {
  readonly kind: NewFileKind;
  /** Of a page its path below the folder (`orders/[id]`), of a test the address of its page, else a name. */
  readonly name: string;
  /** The folder it was asked for in, from the project's root; null: where files of its kind are. */
  readonly folder: string | null;
}

export interface NewFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  /** The whole file, with places to fill in. */
  readonly snippet: string;
}

/** A file as the project around it writes such files: in its folder, with its layout. */
export function newFile(wish: NewFileWish, project: ProjectView): NewFile {
  const path = placeOfNewFile(wish, project);
  switch (wish.kind) {
    case 'page':
      return { path, snippet: page(path, project, (title) => `<h1>${title}</h1>\n$0`) };
    case 'form':
      return { path, snippet: page(path, project, formBody, formAction) };
    case 'component':
      return { path, snippet: component(nameOf(path)) };
    case 'layout':
      return { path, snippet: layout(nameOf(path)) };
    case 'test':
      return { path, snippet: testOf(wish.name) };
    default:
      return wish.kind satisfies never;
  }
}

function page(
  path: string,
  project: ProjectView,
  body: (title: string) => string,
  before = '',
): string {
  const title = titleOf(project.componentPath(path) ?? path);
  const name = title.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase());
  const layout = usualLayout(project, path);
  const shown = layout
    ? `<${layout.name}${props(layout, title)}>\n${indented(body(title))}\n</${layout.name}>`
    : body(title);
  const from = layout ? folderBelowComponents(layout, project) : '';
  const imported = layout
    ? `<q:import component="${layout.name}"${from === '' ? '' : ` from="${literal(from)}"`} />\n\n`
    : '';
  return `<q:component name="${name}">\n${indented(`${imported}${before}${shown}`)}\n</q:component>\n`;
}

/** What the layout cannot do without, and a title if it takes one. */
function props({ params }: ComponentSummary, title: string): string {
  return params
    .filter(({ name, isRequired }) => isRequired || name === 'title')
    .map(({ name }, index) => ` ${name}="${name === 'title' ? title : `\${${index + 1}:${name}}`}"`)
    .join('');
}

const formAction = `<q:action name="save">
  <q:param name="title" type="string" required="true" maxlength="80" />
  <q:redirect url="/" flash="Saved" />
</q:action>

`;

const formBody = (title: string): string => `<h1>${title}</h1>
<ui:form on-submit="save">
  <ui:formitem label="Title"><ui:input bind="title" /></ui:formitem>
  $0
  <ui:button>Save</ui:button>
</ui:form>`;

const component = (name: string): string => `<q:component name="${name}">
  <q:param name="\${1:title}" type="string" required="true" />

  <section>
    <h2>{\${1:title}}</h2>
    <q:slot>$0</q:slot>
  </section>
</q:component>
`;

const layout = (name: string): string => `<q:component name="${name}">
  <q:param name="title" type="string" required="true" />

  <html lang="en">
    <head>
      <meta charset="UTF-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
    </head>
    <body>
      <main>
        <q:slot />
      </main>$0
    </body>
  </html>
</q:component>
`;

const testOf = (
  route: string,
): string => `<q:test name="\${1:the page answers}" page="${literal(route)}">
  <test:visit />
  <test:expect status="200" text="$2" />$0
</q:test>
`;

function folderBelowComponents({ path }: ComponentSummary, project: ProjectView): string {
  return /^(.*)\/[^/]+$/.exec(project.componentPath(path) ?? '')?.[1] ?? '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.q$/, '');
}

/** The last part of the path that is a word: `orders/[id].q` is about orders. */
function titleOf(path: string): string {
  const parts = path.replace(/\.q$/, '').split('/');
  const words = parts.filter((part) => !part.startsWith('[') && part !== 'index');
  const spaced = (words.at(-1) ?? 'home').replaceAll(/[-_]+/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
