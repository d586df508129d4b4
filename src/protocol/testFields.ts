import { Type, type TArray, type TNull, type TString, type TUnion } from 'typebox';

/** A text, or none. */
export const Text = (description: string): TUnion<[TString, TNull]> =>
  Type.Union([Type.String(), Type.Null()], { description });
/** A line of a file, where there is one. */
export const Line = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
  description: '1-based',
});

/** Names that a request gives, such as files. */
export const Names = (description: string): TArray<TString> =>
  Type.Array(Type.String({ minLength: 1, maxLength: 4096 }), {
    minItems: 1,
    maxItems: 20_000,
    description,
  });
