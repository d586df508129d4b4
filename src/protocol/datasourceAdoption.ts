import { Type, type Static } from 'typebox';
import { closed } from './common.js';
import {
  DatabaseName,
  DatasourceName,
  DatasourceType,
  nullable,
  Password,
  Username,
} from './datasources.js';

/** A container of somebody else that could be connected to. */
export const AdoptableContainer = Type.Object(
  {
    containerId: Type.String(),
    name: Type.String(),
    image: Type.String(),
    type: DatasourceType,
    host: Type.String({ description: 'Where its published port is reached' }),
    port: Type.Integer(),
    databaseName: Type.String(),
    username: nullable(Type.String()),
    hasPassword: Type.Boolean({ description: 'Whether its environment tells it' }),
    datasourceId: nullable(Type.Integer({ description: 'The datasource that connects there' })),
  },
  { $id: 'AdoptableContainer', ...closed },
);
export type AdoptableContainer = Static<typeof AdoptableContainer>;

export const AdoptContainer = Type.Object(
  {
    container: Type.String({
      ...{ minLength: 1, maxLength: 255, description: 'Its name, or the beginning of its id' },
    }),
    name: Type.Optional(DatasourceName),
    databaseName: Type.Optional(DatabaseName),
    username: Type.Optional(Username),
    password: Type.Optional(Password),
  },
  {
    $id: 'AdoptContainer',
    description: 'What is left out is read from the container’s environment',
    ...closed,
  },
);
export type AdoptContainer = Static<typeof AdoptContainer>;

export const ImportAdmin = Type.Object(
  {
    path: Type.String({
      ...{ minLength: 1, maxLength: 4096 },
      description: 'Absolute: a quantum_admin.db, or a folder that has it or a .quantum-admin',
    }),
    encryptionKey: Type.Optional(
      Type.String({ maxLength: 200, description: 'QUANTUM_ENCRYPTION_KEY of that Admin' }),
    ),
  },
  { $id: 'ImportAdmin', ...closed },
);
export type ImportAdmin = Static<typeof ImportAdmin>;

export const ImportedThing = Type.Object(
  {
    name: Type.String(),
    project: nullable(Type.String({ description: 'Where it belongs; of a project: null' })),
    environment: nullable(Type.String({ description: 'Of a variable of one environment' })),
    id: nullable(Type.Integer()),
    outcome: Type.Enum(['created', 'there', 'skipped']),
    changed: Type.Array(Type.String(), { description: 'What is otherwise here than it was there' }),
    reason: nullable(Type.String({ description: 'Why it was skipped, or what it lacks' })),
  },
  { $id: 'ImportedThing', ...closed },
);
export type ImportedThing = Static<typeof ImportedThing>;

/** Rows of one kind that were not taken over. */
export const LeftThings = Type.Object(
  {
    what: Type.String({ description: 'The table, or connectors' }),
    count: Type.Integer(),
    names: Type.Array(Type.String(), { description: 'Of each of the first hundred' }),
    reason: Type.String(),
  },
  { $id: 'LeftThings', ...closed },
);
export type LeftThings = Static<typeof LeftThings>;

export const ImportReport = Type.Object(
  {
    projects: Type.Array(ImportedThing),
    environments: Type.Array(ImportedThing),
    variables: Type.Array(ImportedThing),
    datasources: Type.Array(ImportedThing),
    left: Type.Array(LeftThings, { description: 'What that Admin has besides' }),
  },
  { $id: 'ImportReport', ...closed },
);
export type ImportReport = Static<typeof ImportReport>;
