import path from 'node:path';
import type { CreateProject, Project, UpdateProject } from '../../protocol/projects.js';
import { dataOf } from '../../client/problemError.js';
import { atMost, idArgument } from '../arguments.js';
import { table } from '../output.js';
import { exitCodes, UsageError, type OptionValues, type Verb } from '../verb.js';

const text = (values: OptionValues, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};
const line = (project: Project): string[] => [
  String(project.id),
  project.name,
  project.status,
  project.folderState,
  project.rootPath ?? '',
];

export const projectsList: Verb = {
  name: 'projects list',
  summary: 'All projects',
  async run({ service, positionals, output }) {
    atMost(positionals, 0);
    const { api } = await service();
    const projects = await dataOf(api.GET('/api/projects'));
    output.result(projects, table(projects.map(line)));
    return exitCodes.ok;
  },
};

export const projectsShow: Verb = {
  name: 'projects show',
  args: 'ID',
  summary: 'One project with what belongs to it',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const project = await dataOf(api.GET('/api/projects/{id}', { params: { path: { id } } }));
    const { framework, datasources, components, endpoints } = project;
    output.result(project, [
      `${project.name} (${project.status})`,
      `Folder:      ${project.rootPath ?? 'none'} (${project.folderState})`,
      `Framework:   ${framework.version ?? framework.problem ?? 'unknown'}`,
      `Interpreter: ${framework.interpreter ?? 'none'}`,
      `Datasources: ${datasources.length}, components: ${components.length}, endpoints: ${endpoints.length}`,
    ]);
    return exitCodes.ok;
  },
};

export const projectsCreate: Verb = {
  name: 'projects create',
  args: 'NAME',
  summary: 'Create a project',
  options: {
    description: { type: 'string' },
    folder: { type: 'string' },
    template: { type: 'string' },
  },
  optionHelp: [
    '--description TEXT what it is for',
    '--folder DIR       its root folder',
    '--template NAME    fill the folder from this template',
  ],
  async run({ service, positionals, values, output }) {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('One NAME is needed.');
    const folder = text(values, 'folder');
    const description = text(values, 'description');
    const template = text(values, 'template');
    const body: CreateProject = {
      name,
      ...(description === undefined ? {} : { description }),
      ...(folder === undefined ? {} : { rootPath: path.resolve(folder) }),
      ...(template === undefined ? {} : { template }),
    };
    const { api } = await service();
    const project = await dataOf(api.POST('/api/projects', { body }));
    output.result(project, [`Project ${project.id}: ${project.name}`]);
    return exitCodes.ok;
  },
};

export const projectsOpen: Verb = {
  name: 'projects open',
  args: '[DIR]',
  summary: 'Register a folder, or find the project it is',
  async run({ service, positionals, output }) {
    atMost(positionals, 1);
    const { api } = await service();
    const body = { rootPath: path.resolve(positionals[0] ?? '.') };
    const project = await dataOf(api.POST('/api/projects/open', { body }));
    output.result(project, [`Project ${project.id}: ${project.name}`]);
    return exitCodes.ok;
  },
};

export const projectsUpdate: Verb = {
  name: 'projects update',
  args: 'ID',
  summary: 'Change a project',
  options: {
    name: { type: 'string' },
    description: { type: 'string' },
    status: { type: 'string' },
    folder: { type: 'string' },
  },
  optionHelp: [
    '--name NAME        rename it',
    '--description TEXT what it is for',
    '--status STATUS    active or inactive',
    '--folder DIR       where its root folder is now',
  ],
  async run({ service, positionals, values, output }) {
    const id = idArgument(positionals);
    const folder = text(values, 'folder');
    const [name, description, status] = ['name', 'description', 'status'].map((option) =>
      text(values, option),
    );
    if (status !== undefined && status !== 'active' && status !== 'inactive') {
      throw new UsageError('--status is active or inactive.');
    }
    const body: UpdateProject = {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(status === undefined ? {} : { status }),
      ...(folder === undefined ? {} : { rootPath: path.resolve(folder) }),
    };
    if (Object.keys(body).length === 0) throw new UsageError('Nothing to change was given.');
    const { api } = await service();
    const project = await dataOf(api.PUT('/api/projects/{id}', { params: { path: { id } }, body }));
    output.result(project, [`Project ${project.id}: ${project.name}`]);
    return exitCodes.ok;
  },
};

export const projectsDelete: Verb = {
  name: 'projects delete',
  args: 'ID',
  summary: 'Forget a project; its files stay',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    await dataOf(api.DELETE('/api/projects/{id}', { params: { path: { id } } }));
    output.result({ deleted: id }, [`Project ${id} is forgotten. Its files are where they were.`]);
    return exitCodes.ok;
  },
};
