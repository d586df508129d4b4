import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { nullable } from './datasources.js';
import {
  environmentNamePattern,
  longestEnvironmentName,
  longestKey,
  longestValue,
  variableKeyPattern,
} from './environmentRules.js';

export const EnvironmentType = Type.Enum(['dev', 'staging', 'prod'], { $id: 'EnvironmentType' });
export type EnvironmentType = Static<typeof EnvironmentType>;

/** `unknown`: nobody has asked yet. */
export const EnvironmentStatus = Type.Enum(['unknown', 'up', 'down'], { $id: 'EnvironmentStatus' });
export type EnvironmentStatus = Static<typeof EnvironmentStatus>;

const text = (longest: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: longest, description }));

/** Where and how an application of this environment runs, as its people know it. */
export const EnvironmentConfig = Type.Object(
  {
    displayName: text(100, 'As people call it'),
    branch: text(250, 'Of Git'),
    port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })),
    dockerHost: text(255, '`ssh://user@host`, `unix://…`'),
    dockerRegistry: text(255, 'Where images of it are kept'),
    deployPath: text(512, 'Its folder there'),
    containerName: text(100, 'Its container there'),
    autoDeploy: Type.Optional(Type.Boolean({ description: 'A push to the branch deploys it' })),
    requiresApproval: Type.Optional(Type.Boolean({ description: 'Somebody has to agree first' })),
    healthTimeoutSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 300 })),
  },
  { $id: 'EnvironmentConfig', ...closed },
);
export type EnvironmentConfig = Static<typeof EnvironmentConfig>;

const EnvironmentName = Type.String({
  ...{ pattern: environmentNamePattern, maxLength: longestEnvironmentName },
  description: 'Unique in its project',
});
const Url = Type.String({
  ...{ pattern: '^https?://[^\\s]+$', maxLength: 2048 },
  description: 'What is asked to see whether it is up',
});

/** A place where the application runs: its variables, and what is known of it. */
export const Environment = Type.Object(
  {
    id: Id,
    projectId: Id,
    name: Type.String(),
    type: EnvironmentType,
    url: nullable(Type.String({ description: 'What is asked to see whether it is up' })),
    config: EnvironmentConfig,
    position: Type.Integer({ description: 'Its place in the order of promotion, from 1' }),
    inUse: Type.Boolean({
      description: 'What is run here has its variables; one of a project, or none',
    }),
    status: EnvironmentStatus,
    checkedAt: nullable(Timestamp),
    problem: nullable(Type.String({ description: 'Why it was down' })),
    variables: Type.Integer({ description: 'How many it has of its own' }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
  { $id: 'Environment', ...closed },
);
export type Environment = Static<typeof Environment>;

export const CreateEnvironment = Type.Object(
  {
    name: EnvironmentName,
    type: Type.Optional(EnvironmentType),
    url: Type.Optional(nullable(Url)),
    config: Type.Optional(EnvironmentConfig),
  },
  {
    $id: 'CreateEnvironment',
    description: 'The type follows from the name if left out',
    ...closed,
  },
);
export type CreateEnvironment = Static<typeof CreateEnvironment>;

export const UpdateEnvironment = Type.Object(
  {
    name: Type.Optional(EnvironmentName),
    type: Type.Optional(EnvironmentType),
    url: Type.Optional(nullable(Url)),
    config: Type.Optional(EnvironmentConfig),
    position: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    inUse: Type.Optional(
      Type.Boolean({ description: 'True takes the place of the one that was in use' }),
    ),
  },
  { $id: 'UpdateEnvironment', description: 'What is left out stays', ...closed },
);
export type UpdateEnvironment = Static<typeof UpdateEnvironment>;

/** A variable that what is run of a project is given. */
export const EnvironmentVariable = Type.Object(
  {
    id: Id,
    projectId: Id,
    environmentId: nullable(
      Type.Integer({ description: 'Only there; null: wherever the project runs' }),
    ),
    key: Type.String(),
    value: nullable(Type.String({ description: 'Null: a secret, told on request' })),
    isSecret: Type.Boolean(),
    description: nullable(Type.String()),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
  { $id: 'EnvironmentVariable', ...closed },
);
export type EnvironmentVariable = Static<typeof EnvironmentVariable>;

const VariableKey = Type.String({
  ...{ pattern: variableKeyPattern, maxLength: longestKey },
});
const VariableValue = Type.String({
  ...{ maxLength: longestValue, pattern: '^[^\\u0000]*$', description: 'Encrypted in the store' },
});
const VariableDescription = nullable(Type.String({ maxLength: 500 }));

export const CreateVariable = Type.Object(
  {
    key: VariableKey,
    value: VariableValue,
    isSecret: Type.Optional(
      Type.Boolean({ description: 'If left out, its name decides: PASSWORD, TOKEN, KEY …' }),
    ),
    description: Type.Optional(VariableDescription),
    environmentId: Type.Optional(nullable(Id)),
  },
  { $id: 'CreateVariable', ...closed },
);
export type CreateVariable = Static<typeof CreateVariable>;

export const UpdateVariable = Type.Object(
  {
    key: Type.Optional(VariableKey),
    value: Type.Optional(VariableValue),
    isSecret: Type.Optional(Type.Boolean()),
    description: Type.Optional(VariableDescription),
  },
  {
    $id: 'UpdateVariable',
    description: 'What is left out stays. A secret that becomes none has to be said anew',
    ...closed,
  },
);
export type UpdateVariable = Static<typeof UpdateVariable>;

export const VariableParams = Type.Object(
  { id: Id, key: Type.String({ maxLength: longestKey }) },
  closed,
);
export const VariableScope = Type.Object(
  {
    environmentId: Type.Optional(
      Type.Integer({
        ...{ minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
        description: 'Of this environment; left out: of the project',
      }),
    ),
  },
  closed,
);
export type VariableScope = Static<typeof VariableScope>;

export const VariableValueAnswer = Type.Object(
  { value: Type.String() },
  { $id: 'VariableValue', description: 'May be a secret: audited', ...closed },
);
export type VariableValueAnswer = Static<typeof VariableValueAnswer>;

/** What is set for what is run of a project, by name. */
export const ProjectVariableNames = Type.Object(
  { names: Type.Array(Type.String()) },
  { $id: 'ProjectVariableNames', ...closed },
);
export type ProjectVariableNames = Static<typeof ProjectVariableNames>;

/** All that is set for what is run of a project, from wherever it comes. */
export const ProjectVariables = Type.Object(
  {
    variables: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'ProjectVariables', description: 'Holds passwords: audited', ...closed },
);
export type ProjectVariables = Static<typeof ProjectVariables>;
