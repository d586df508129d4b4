import { Type, type Static } from 'typebox';
import { closed } from './common.js';
import { Line, Text } from './testFields.js';

/** A page or one of its actions to write a test for. */
export const GenerateTest = Type.Object(
  {
    page: Type.String({ minLength: 1, maxLength: 4096, description: 'Relative to the project' }),
    action: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    address: Type.Optional(
      Type.String({
        pattern: '^/(?!/)',
        maxLength: 2000,
        description:
          'What to ask for; else the first address of the page that the application links to',
      }),
    ),
  },
  { $id: 'GenerateTest', ...closed },
);
export type GenerateTest = Static<typeof GenerateTest>;

/** One thing of the page that was broken, and whether the test failed by it. */
export const BrokenCheck = Type.Object(
  {
    what: Type.Enum(['content', 'query', 'action', 'step'], {
      description:
        'content: the page draws nothing; query: it finds no rows; action: it does nothing; step: one of its steps is gone',
    }),
    name: Type.String(),
    noticed: Type.Union([Type.Boolean(), Type.Null()], {
      description: 'null: nothing that a test can see becomes another',
    }),
  },
  { $id: 'BrokenCheck', ...closed },
);
export type BrokenCheck = Static<typeof BrokenCheck>;

export const GeneratedTest = Type.Object(
  {
    accepted: Type.Boolean({
      description: 'It passes, and fails when the page is broken: it is written',
    }),
    reason: Text('Why it is not written'),
    file: Type.String({ description: 'Relative to the project' }),
    line: Line,
    name: Type.String(),
    text: Type.String({ description: 'The test; empty when there is none' }),
    broken: Type.Array(BrokenCheck),
  },
  { $id: 'GeneratedTest', ...closed },
);
export type GeneratedTest = Static<typeof GeneratedTest>;
