import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { Datasource } from './datasources.js';

export const ProjectStatus = Type.Enum(['active', 'inactive'], { $id: 'ProjectStatus' });
export type ProjectStatus = Static<typeof ProjectStatus>;

/** Whether the project's root folder is where the store says it is. */
export const FolderState = Type.Enum(['present', 'moved', 'missing', 'none'], {
  $id: 'FolderState',
  description: '`none`: the project has no folder',
});
export type FolderState = Static<typeof FolderState>;

/** The framework as found in the project's interpreter, read from its files without starting it. */
export const FrameworkState = Type.Object(
  {
    interpreter: Type.Union([Type.String(), Type.Null()], { description: 'Absolute path' }),
    pythonVersion: Type.Union([Type.String(), Type.Null()]),
    version: Type.Union([Type.String(), Type.Null()], { description: 'of quantum-framework' }),
    source: Type.Union([Type.String(), Type.Null()], {
      description:
        'How the interpreter was found: setting, python-extension, venv, poetry, uv, conda, quantum-on-path, path',
    }),
    problem: Type.Union([Type.String(), Type.Null()], { description: 'Why it cannot be used' }),
  },
  { $id: 'FrameworkState', ...closed },
);
export type FrameworkState = Static<typeof FrameworkState>;

export const InterpreterSource = Type.Enum(['setting', 'python-extension'], {
  $id: 'InterpreterSource',
  description:
    'Whose choice an interpreter is: a setting is an order, the Python extension may only have a default',
});
export type InterpreterSource = Static<typeof InterpreterSource>;

export const ProjectName = Type.String({ minLength: 1, maxLength: 100, pattern: '^\\S(.*\\S)?$' });

export const Project = Type.Object(
  {
    id: Id,
    name: Type.String(),
    description: Type.Union([Type.String(), Type.Null()]),
    status: ProjectStatus,
    rootPath: Type.Union([Type.String(), Type.Null()]),
    folderState: FolderState,
    movedTo: Type.Union([Type.String(), Type.Null()], {
      description: 'Where a moved folder was found',
    }),
    interpreter: Type.Union([Type.String(), Type.Null()], { description: "The person's choice" }),
    frameworkVersion: Type.Union([Type.String(), Type.Null()]),
    version: Type.Integer({ description: 'Grows by one with each change' }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
  { $id: 'Project', ...closed },
);
export type Project = Static<typeof Project>;

export const Component = Type.Object(
  {
    id: Id,
    projectId: Id,
    name: Type.String(),
    filePath: Type.String(),
    status: Type.String(),
    errorMessage: Type.Union([Type.String(), Type.Null()]),
    lastCompiled: Type.Union([Timestamp, Type.Null()]),
  },
  { $id: 'Component', ...closed },
);
export type Component = Static<typeof Component>;

export const Endpoint = Type.Object(
  {
    id: Id,
    projectId: Id,
    componentId: Type.Union([Id, Type.Null()]),
    method: Type.String(),
    path: Type.String(),
    functionName: Type.Union([Type.String(), Type.Null()]),
    description: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Endpoint', ...closed },
);
export type Endpoint = Static<typeof Endpoint>;

export const ProjectDetail = Type.Object(
  {
    ...Project.properties,
    framework: FrameworkState,
    datasources: Type.Array(Datasource),
    components: Type.Array(Component),
    endpoints: Type.Array(Endpoint),
  },
  { $id: 'ProjectDetail', ...closed },
);
export type ProjectDetail = Static<typeof ProjectDetail>;

const Description = Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]);
const AbsolutePath = Type.String({ minLength: 1, maxLength: 4096, description: 'Absolute path' });

export const CreateProject = Type.Object(
  {
    name: ProjectName,
    description: Type.Optional(Description),
    rootPath: Type.Optional(AbsolutePath),
    template: Type.Optional(
      Type.String({
        description: 'Fill an empty or absent rootPath from this template (GET /api/templates)',
      }),
    ),
  },
  { $id: 'CreateProject', ...closed },
);
export type CreateProject = Static<typeof CreateProject>;

/** Sent by a window for each of its folders. Answers the project, or 404 while it stays deleted. */
export const OpenProject = Type.Object(
  {
    rootPath: AbsolutePath,
    openedAt: Type.Optional(
      Type.String({
        format: 'date-time',
        description:
          'When the window opened the folder. A project deleted after that stays deleted. Absent: a person asked for it now.',
      }),
    ),
    interpreter: Type.Optional(
      Type.Union([AbsolutePath, Type.Null()], {
        description:
          'The interpreter the editor has for this folder (setting, else the Python extension)',
      }),
    ),
    interpreterSource: Type.Optional(InterpreterSource),
  },
  { $id: 'OpenProject', ...closed },
);
export type OpenProject = Static<typeof OpenProject>;

export const UpdateProject = Type.Object(
  {
    name: Type.Optional(ProjectName),
    description: Type.Optional(Description),
    status: Type.Optional(ProjectStatus),
    rootPath: Type.Optional(AbsolutePath),
    interpreter: Type.Optional(Type.Union([AbsolutePath, Type.Null()])),
  },
  { $id: 'UpdateProject', minProperties: 1, ...closed },
);
export type UpdateProject = Static<typeof UpdateProject>;

/** What deleting a project would take with it: the text of the confirmation is made from this. */
export const DeleteConsequences = Type.Object(
  {
    datasources: Type.Integer(),
    migrations: Type.Integer(),
    components: Type.Integer(),
    endpoints: Type.Integer(),
    environments: Type.Integer(),
    variables: Type.Integer({ description: 'Its own and those of its environments' }),
    testRuns: Type.Integer(),
    jobs: Type.Integer(),
  },
  { $id: 'DeleteConsequences', ...closed },
);
export type DeleteConsequences = Static<typeof DeleteConsequences>;

export const Template = Type.Object(
  { name: Type.String(), title: Type.String(), description: Type.String(), files: Type.Integer() },
  { $id: 'Template', ...closed },
);
export type Template = Static<typeof Template>;

export const ProjectQuery = Type.Object(
  {
    status: Type.Optional(ProjectStatus),
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'Text in name, description or folder' }),
    ),
  },
  closed,
);
export const ProjectPathQuery = Type.Object({ rootPath: AbsolutePath }, closed);
