/** What a word is, by the names editors have for it; `unknownTag` is our own. */
export const tokenTypes = [
  'class',
  'function',
  'parameter',
  'property',
  'variable',
  'unknownTag',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** `declaration`: the name is bound here. `defaultLibrary`: the framework itself has it. */
export const tokenModifiers = ['declaration', 'defaultLibrary'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A word of a document, by UTF-16 offsets, that only its meaning tells how to colour. */
export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifier: TokenModifier | null;
}

/** Takes tokens as they are found, in any order, and counts their offsets from `base`. */
export class TokenCollector {
  private readonly found: SemanticToken[] = [];

  constructor(private readonly base: number) {}

  get tokens(): readonly SemanticToken[] {
    return this.found.length > 0 ? this.found : none;
  }

  /** Offsets of the document. */
  add(start: number, end: number, type: TokenType, modifier: TokenModifier | null = null): void {
    const { base } = this;
    this.found.push({ start: start - base, end: end - base, type, modifier });
  }

  /** Tokens that are counted from `from`, an offset of the document. */
  addAll(tokens: readonly SemanticToken[], from: number): void {
    for (const { start, end, type, modifier } of tokens) {
      this.add(from + start, from + end, type, modifier);
    }
  }
}

const none: readonly SemanticToken[] = [];
