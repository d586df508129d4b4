import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import {
  PreviewError,
  PreviewField,
  PreviewQueryRun,
  PreviewSession,
  PreviewText,
} from './preview.js';

const FilePath = Type.String({
  minLength: 1,
  maxLength: 4096,
  description: 'Of the page, from the project’s root, with `/`',
});
const Address = Type.String({ minLength: 1, maxLength: 2048, pattern: '^/(?!/)' });
const Named = Type.String({ minLength: 1, maxLength: 200 });
const world = {
  texts: Type.Optional(Type.Array(PreviewText, { maxItems: 200 })),
  database: Type.Optional(Type.Enum(['copy', 'fresh'], { description: 'As for a preview' })),
  servers: Type.Optional(
    Type.Boolean({ description: 'Whether queries may run on databases that are no files' }),
  ),
};

export const TryOutTarget = Type.Enum(['preview', 'running'], {
  $id: 'TryOutTarget',
  description: '`preview`: copies of the databases. `running`: the server of the project, as it is',
});
export type TryOutTarget = Static<typeof TryOutTarget>;

export const TryOutFormRequest = Type.Object(
  { filePath: FilePath, ...world },
  { $id: 'TryOutFormRequest', ...closed },
);
export type TryOutFormRequest = Static<typeof TryOutFormRequest>;

/** A field, with the rules that the framework holds its value to. */
export const TryOutParam = Type.Object(
  {
    name: Type.String(),
    type: Type.String({ description: 'As `q:param` names it, in small letters' }),
    required: Type.Boolean(),
    default: Type.Union([Type.String(), Type.Null()]),
    options: Type.Array(Type.Object({ value: Type.String(), label: Type.String() }, closed), {
      description: 'The values it takes: an enum, or rows that a foreign key may name',
    }),
    rules: Type.Record(Type.String(), Type.String(), {
      description: 'min, max, minlength, maxlength, pattern, range, accept, maxsize',
    }),
    secret: Type.Boolean({
      description: 'The framework never shows it again, and nobody keeps it',
    }),
  },
  { $id: 'TryOutParam', ...closed },
);
export type TryOutParam = Static<typeof TryOutParam>;

export const TryOutAction = Type.Object(
  { name: Type.String(), method: Type.String(), params: Type.Array(TryOutParam) },
  { $id: 'TryOutAction', ...closed },
);
export type TryOutAction = Static<typeof TryOutAction>;

export const TryOutFunction = Type.Object(
  {
    name: Type.String(),
    returns: Type.String({ description: 'As `returnType` says, in small letters; `any` without' }),
    description: Type.Union([Type.String(), Type.Null()]),
    params: Type.Array(TryOutParam),
  },
  { $id: 'TryOutFunction', ...closed },
);
export type TryOutFunction = Static<typeof TryOutFunction>;

/** What a page can be asked for, and what functions of it can be called. */
export const TryOutForm = Type.Object(
  {
    filePath: Type.String(),
    path: Type.String({
      description: 'As the files name it: `/orders/[id]`; `/` for a component that answers none',
    }),
    pathParams: Type.Array(Type.String()),
    actions: Type.Array(TryOutAction),
    functions: Type.Array(TryOutFunction),
    runningUrl: Type.Union([Type.String(), Type.Null()], {
      description: 'Of the project’s server; null while it does not run',
    }),
  },
  { $id: 'TryOutForm', ...closed },
);
export type TryOutForm = Static<typeof TryOutForm>;

export const TryOutRequest = Type.Object(
  {
    filePath: FilePath,
    url: Address,
    action: Type.Union([Named, Type.Null()], { description: 'null: the page itself, with GET' }),
    function: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'A function of the page, called in the preview where its statements have run; `fields` are its arguments: texts, expressions in braces, structures as JSON',
      }),
    ),
    fields: Type.Array(PreviewField, { maxItems: 1000 }),
    session: Type.Optional(PreviewSession),
    target: TryOutTarget,
    reset: Type.Optional(Type.Boolean({ description: 'Begin with databases as they were' })),
    ...world,
  },
  { $id: 'TryOutRequest', ...closed },
);
export type TryOutRequest = Static<typeof TryOutRequest>;

const Flash = Type.Union([
  Type.Object({ message: Type.String(), type: Type.String() }, closed),
  Type.Null(),
]);

/** What was sent, or a redirect that was followed, with its answer. */
export const TryOutStep = Type.Object(
  {
    method: Type.String(),
    url: Type.String(),
    status: Type.Integer(),
    ms: Type.Number(),
    headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, closed)),
    action: Type.Union([Type.String(), Type.Null()], { description: 'The action that ran' }),
    queries: Type.Array(PreviewQueryRun),
    flash: Flash,
    error: Type.Union([PreviewError, Type.Null()]),
  },
  { $id: 'TryOutStep', ...closed },
);
export type TryOutStep = Static<typeof TryOutStep>;

export const FieldError = Type.Object(
  { name: Type.String(), message: Type.String() },
  { $id: 'FieldError', description: 'What the action’s rules say of a field', ...closed },
);
export type FieldError = Static<typeof FieldError>;

/** What a function came to. With neither value nor error it ended the page by a redirect. */
export const TryOutCall = Type.Object(
  {
    name: Type.String(),
    ms: Type.Number(),
    value: Type.Union([
      Type.Object(
        {
          type: Type.String({
            description:
              'boolean, integer, number, text, list, object, nothing, or a class of Python',
          }),
          text: Type.String({ description: 'Lists and objects as JSON' }),
        },
        closed,
      ),
      Type.Null(),
    ]),
    queries: Type.Array(PreviewQueryRun, { description: 'Its own; the page’s are of the step' }),
    error: Type.Union([PreviewError, Type.Null()]),
  },
  { $id: 'TryOutCall', ...closed },
);
export type TryOutCall = Static<typeof TryOutCall>;

const outcome = {
  steps: Type.Array(TryOutStep, { description: 'The request, then each redirect it led to' }),
  fieldErrors: Type.Array(FieldError),
};

export const TryOutAnswer = Type.Object(
  {
    id: Type.Union([Id, Type.Null()], {
      description: 'Of its entry in the history; null where the project was deleted meanwhile',
    }),
    ...outcome,
    call: Type.Union([TryOutCall, Type.Null()], {
      description: 'Of a function; null, too, where its page did not get that far',
    }),
    html: Type.String({ description: 'Of the last step; empty for a function' }),
    unresolved: Type.Array(Type.String(), { description: 'Bindings that were left as they stand' }),
    output: Type.String({ description: 'What was printed and logged' }),
    curl: Type.Union([Type.String(), Type.Null()], {
      description: 'The same request as a command; null for a function, which nobody can ask for',
    }),
  },
  { $id: 'TryOutAnswer', ...closed },
);
export type TryOutAnswer = Static<typeof TryOutAnswer>;

/** A field as the history has it: no secrets, no files. */
export const KeptField = Type.Object(
  {
    name: Type.String(),
    value: Type.Union([Type.String(), Type.Null()], { description: 'null: it is not kept' }),
    file: Type.Union([Type.String(), Type.Null()], { description: 'The name of a file' }),
  },
  { $id: 'KeptField', ...closed },
);
export type KeptField = Static<typeof KeptField>;

export const TryOutEntry = Type.Object(
  {
    id: Id,
    at: Timestamp,
    filePath: Type.String(),
    url: Type.String(),
    action: Type.Union([Type.String(), Type.Null()]),
    function: Type.Union([Type.String(), Type.Null()]),
    failed: Type.Boolean({ description: 'Whether the function came to no end' }),
    target: TryOutTarget,
    session: Type.Union([PreviewSession, Type.Null()]),
    fields: Type.Array(KeptField),
    ...outcome,
  },
  {
    $id: 'TryOutEntry',
    description: 'Without values of secret fields, contents of files and parameters of SQL',
    ...closed,
  },
);
export type TryOutEntry = Static<typeof TryOutEntry>;

export const SaveTestRequest = Type.Object(
  {
    name: Named,
    testFile: Type.String({
      minLength: 1,
      maxLength: 4096,
      pattern: '\\.test\\.q$',
      description: 'From the project’s root; the test is added where the file is there',
    }),
    request: TryOutRequest,
  },
  { $id: 'SaveTestRequest', ...closed },
);
export type SaveTestRequest = Static<typeof SaveTestRequest>;

export const SavedTest = Type.Object(
  {
    testFile: Type.String(),
    line: Type.Integer({ description: 'Of the test in the file, from 1' }),
    text: Type.String({ description: 'The test' }),
    ms: Type.Number({ description: 'How long it ran' }),
  },
  { $id: 'SavedTest', description: 'A test that was written, run and passed', ...closed },
);
export type SavedTest = Static<typeof SavedTest>;
