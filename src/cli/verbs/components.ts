import { stat } from 'node:fs/promises';
import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import type { Project } from '../../protocol/projects.js';
import type { ScannedComponent } from '../../protocol/components.js';
import { atMost } from '../arguments.js';
import type { CliService } from '../cliService.js';
import { table } from '../output.js';
import { exitCodes, UsageError, type Verb, type VerbContext } from '../verb.js';

type Api = CliService['api'];

/** The project of a folder, registered when it is none yet. */
export async function projectAt(api: Api, folder: string): Promise<Project> {
  return dataOf(api.POST('/api/projects/open', { body: { rootPath: path.resolve(folder) } }));
}

/** A project's components as its files are now. */
async function scanned(api: Api, id: number): Promise<ScannedComponent[]> {
  await dataOf(api.POST('/api/projects/{id}/scan', { params: { path: { id } } }));
  const components: ScannedComponent[] = [];
  for (let total = 1; components.length < total;) {
    const query = { limit: 5000, offset: components.length };
    const page = await dataOf(
      api.GET('/api/projects/{id}/components', { params: { path: { id }, query } }),
    );
    if (page.components.length === 0) break;
    components.push(...page.components);
    ({ total } = page);
  }
  return components;
}

async function componentsIn({ service, positionals }: VerbContext): Promise<ScannedComponent[]> {
  atMost(positionals, 1);
  const { api } = await service();
  return scanned(api, (await projectAt(api, positionals[0] ?? '.')).id);
}

export const componentsScan: Verb = {
  name: 'components scan',
  args: '[DIR]',
  summary: 'Read the .q files of an application that changed since the last scan',
  async run({ service, positionals, output }) {
    atMost(positionals, 1);
    const { api } = await service();
    const { id } = await projectAt(api, positionals[0] ?? '.');
    const result = await dataOf(api.POST('/api/projects/{id}/scan', { params: { path: { id } } }));
    const { components_found: components, endpoints_found: endpoints, errors } = result;
    output.result(result, [
      `${components} components, ${endpoints} endpoints, ${errors.length} with errors`,
      ...errors.map(({ filePath, message }) => `${filePath}: ${message}`),
    ]);
    return errors.length > 0 ? exitCodes.failed : exitCodes.ok;
  },
};

export const componentsList: Verb = {
  name: 'components list',
  args: '[DIR]',
  summary: 'The components of an application',
  async run(context) {
    const components = await componentsIn(context);
    const rows = components.map(({ status, kind, filePath, route, tags }) => [
      status,
      kind,
      filePath,
      route ?? '',
      tags.join(' '),
    ]);
    context.output.result(components, table(rows));
    return exitCodes.ok;
  },
};

export const componentsAst: Verb = {
  name: 'components ast',
  args: 'FILE',
  summary: 'The syntax tree of a .q file, as JSON',
  async run({ service, positionals, output }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('One FILE is needed.');
    const whole = path.resolve(file);
    if (!(await stat(whole).catch(() => null))?.isFile())
      throw new UsageError(`There is no file at ${whole}.`);
    const { api } = await service();
    const { id, rootPath } = await projectAt(api, path.dirname(whole));
    const place = path
      .relative(rootPath ?? '', whole)
      .split(path.sep)
      .join('/');
    const component = (await scanned(api, id)).find(({ filePath }) => filePath === place);
    if (!component) throw new UsageError(`${whole} is no component of Quantum.`);
    const params = { path: { id, cid: component.id } };
    const ast = await dataOf(api.GET('/api/projects/{id}/components/{cid}/ast', { params }));
    const tree = JSON.parse(ast.ast_json) as unknown;
    output.result({ ...ast, ast_json: tree }, JSON.stringify(tree, null, 2).split('\n'));
    return exitCodes.ok;
  },
};
