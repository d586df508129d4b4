import { Type, type Static } from 'typebox';
import { closed } from './common.js';

/** What ran of one page, in the newest results that still hold. */
export const CoveredFile = Type.Object(
  {
    file: Type.String(),
    lines: Type.Array(Type.Object({ line: Type.Integer(), times: Type.Integer() }, closed), {
      description: 'Every line that can run',
    }),
    branches: Type.Array(
      Type.Object({ line: Type.Integer(), times: Type.Array(Type.Integer()) }, closed),
      { description: 'Each `q:if`: itself, each `q:elseif`, and the way past them' },
    ),
    tests: Type.Array(Type.String(), { description: 'Ids of the tests that ran any of it' }),
  },
  { $id: 'CoveredFile', ...closed },
);
export type CoveredFile = Static<typeof CoveredFile>;
export const CoverageQuery = Type.Object(
  { test: Type.Optional(Type.String({ minLength: 1, maxLength: 2048, description: 'Its id' })) },
  closed,
);
