import { Type, type Static } from 'typebox';
import { closed } from './common.js';

const Path = Type.String({ minLength: 1, maxLength: 2048, pattern: '^/(?!/)' });
const FilePath = Type.String({
  minLength: 1,
  maxLength: 4096,
  description: 'From the project’s root, with `/`',
});

/** An unsaved text in place of a file. */
export const PreviewText = Type.Object(
  {
    filePath: FilePath,
    text: Type.String(),
  },
  { $id: 'PreviewText', ...closed },
);
export type PreviewText = Static<typeof PreviewText>;

/** Who looks at the page. */
export const PreviewSession = Type.Object(
  {
    user: Type.Optional(Type.String({ maxLength: 200 })),
    role: Type.Optional(Type.String({ maxLength: 200 })),
    id: Type.Optional(Type.String({ maxLength: 200 })),
    values: Type.Optional(Type.Record(Type.String({ maxLength: 200 }), Type.Unknown())),
  },
  { $id: 'PreviewSession', ...closed },
);
export type PreviewSession = Static<typeof PreviewSession>;

const FormFile = Type.Object({ name: Type.String(), base64: Type.String() }, closed);

/** A field of a form, in the order they are sent. */
export const PreviewField = Type.Object(
  { name: Type.String({ maxLength: 1000 }), value: Type.Union([Type.String(), FormFile]) },
  { $id: 'PreviewField', ...closed },
);
export type PreviewField = Static<typeof PreviewField>;

const Given = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 100_000 }));

/** A component that is drawn alone: by a page that calls it with these. */
export const PreviewedComponent = Type.Object(
  {
    filePath: FilePath,
    props: Type.Optional(Given),
    slots: Type.Optional(Given),
    layout: Type.Optional(FilePath),
  },
  {
    $id: 'PreviewedComponent',
    description:
      'Props and content as an author writes them in the tag; arrays and objects as JSON. What is not told and required has a first value, what is empty is not passed. `layout` is a component it stands in, with first values',
    ...closed,
  },
);
export type PreviewedComponent = Static<typeof PreviewedComponent>;

/** A text that is no file yet, drawn as the page it would be. */
export const UntitledPage = Type.Object(
  { filePath: Type.Optional(FilePath), text: Type.String() },
  { $id: 'UntitledPage', ...closed },
);
export type UntitledPage = Static<typeof UntitledPage>;

export const PreviewRequest = Type.Object(
  {
    url: Path,
    component: Type.Optional(PreviewedComponent),
    untitled: Type.Optional(UntitledPage),
    method: Type.Optional(Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
    form: Type.Optional(Type.Array(PreviewField, { maxItems: 1000 })),
    texts: Type.Optional(Type.Array(PreviewText, { maxItems: 200 })),
    session: Type.Optional(PreviewSession),
    database: Type.Optional(
      Type.Enum(['copy', 'fresh'], {
        description:
          '`copy` (default): SQLite files are copied, and migrated from nothing where there is none. `fresh`: always migrated from nothing',
      }),
    ),
    servers: Type.Optional(
      Type.Boolean({
        description: 'Whether queries may run on databases that are no files; refused otherwise',
      }),
    ),
    reset: Type.Optional(Type.Boolean({ description: 'Begin with databases as they were' })),
    follow: Type.Optional(Type.Boolean({ description: 'Whether redirects are followed; yes' })),
  },
  { $id: 'PreviewRequest', ...closed },
);
export type PreviewRequest = Static<typeof PreviewRequest>;

const place = {
  file: Type.Integer({ description: 'Which of `files`' }),
  element: Type.Integer({ description: 'The number of its start tag in the file, from 0' }),
};

export const PreviewValue = Type.Object(
  {
    ...place,
    kind: Type.Enum(['set', 'query', 'loop']),
    times: Type.Integer({ description: 'How often it ran' }),
    ms: Type.Number({ description: 'Of all runs together' }),
    rows: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Of a query its rows (of the last run), of a loop its turns (of all runs)',
    }),
    text: Type.Union([Type.String(), Type.Null()], { description: 'The value that was set' }),
  },
  { $id: 'PreviewValue', ...closed },
);
export type PreviewValue = Static<typeof PreviewValue>;

export const PreviewQueryRun = Type.Object(
  {
    datasource: Type.Union([Type.String(), Type.Null()]),
    sql: Type.String(),
    params: Type.Record(Type.String(), Type.String()),
    ms: Type.Number(),
    rows: Type.Union([Type.Integer(), Type.Null()]),
    error: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'PreviewQueryRun', ...closed },
);
export type PreviewQueryRun = Static<typeof PreviewQueryRun>;

export const PreviewError = Type.Object(
  {
    message: Type.String(),
    filePath: Type.Union([Type.String(), Type.Null()]),
    line: Type.Union([Type.Integer(), Type.Null()], { description: 'From 1' }),
    column: Type.Union([Type.Integer(), Type.Null()], { description: 'UTF-16 units, from 0' }),
  },
  { $id: 'PreviewError', ...closed },
);
export type PreviewError = Static<typeof PreviewError>;

export const PreviewProp = Type.Object(
  {
    name: Type.String(),
    type: Type.String({ description: 'As `q:param` names it, in small letters' }),
    required: Type.Boolean(),
    default: Type.Union([Type.String(), Type.Null()]),
    description: Type.Union([Type.String(), Type.Null()]),
    options: Type.Array(Type.String(), { description: 'The values of its enum' }),
    rules: Type.Record(Type.String(), Type.String(), {
      description: 'min, max, minlength, maxlength, pattern, range',
    }),
  },
  { $id: 'PreviewProp', ...closed },
);
export type PreviewProp = Static<typeof PreviewProp>;

export const PreviewSlot = Type.Object(
  {
    name: Type.String(),
    own: Type.Boolean({ description: 'Whether it shows something by itself' }),
    fillable: Type.Boolean({
      description:
        'Whether the framework puts the content of a call there: it does for the default slot, outside of loops and conditions',
    }),
  },
  { $id: 'PreviewSlot', ...closed },
);
export type PreviewSlot = Static<typeof PreviewSlot>;

/** What a component takes, and what it was drawn with. */
export const PreviewComponent = Type.Object(
  {
    props: Type.Array(PreviewProp),
    slots: Type.Array(PreviewSlot),
    given: Given,
    content: Given,
    call: Type.String({ description: 'The call, as a page would write it' }),
  },
  { $id: 'PreviewComponent', ...closed },
);
export type PreviewComponent = Static<typeof PreviewComponent>;

export const PreviewPage = Type.Object(
  {
    status: Type.Integer(),
    url: Type.String({ description: 'After redirects' }),
    headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, closed)),
    html: Type.String({
      description: 'Drawn elements have `data-quantum-at="<file>:<element>"`: their place',
    }),
    ms: Type.Number({ description: 'The framework’s time, without ours' }),
    redirects: Type.Array(
      Type.Object({ status: Type.Integer(), to: Type.String(), outside: Type.Boolean() }, closed),
    ),
    files: Type.Array(Type.String(), {
      description: 'Paths from the root that places count from',
    }),
    values: Type.Array(PreviewValue),
    queries: Type.Array(PreviewQueryRun),
    unresolved: Type.Array(Type.String(), { description: 'Bindings that were left as they stand' }),
    flash: Type.Union([
      Type.Object({ message: Type.String(), type: Type.String() }, closed),
      Type.Null(),
    ]),
    error: Type.Union([PreviewError, Type.Null()]),
    output: Type.String({ description: 'What was printed and logged' }),
    component: Type.Union([PreviewComponent, Type.Null()], {
      description: 'Of a component alone; null, too, while its text is broken',
    }),
    standIn: Type.Union([Type.String(), Type.Null()], {
      description:
        'The path that is no file: of the page that calls the component (lines of errors there count in the content of its slot), or of the untitled page',
    }),
  },
  { $id: 'PreviewPage', ...closed },
);
export type PreviewPage = Static<typeof PreviewPage>;

export const PreviewAssetQuery = Type.Object({ url: Path }, closed);

export const PreviewAsset = Type.Object(
  { status: Type.Integer(), type: Type.String(), base64: Type.String() },
  { $id: 'PreviewAsset', ...closed },
);
export type PreviewAsset = Static<typeof PreviewAsset>;
