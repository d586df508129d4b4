import { elementAround, tokenBefore } from '../../place/elementAt.js';
import type { SyntaxDocument } from '../../syntax/document.js';
import { attributeOf, type StartTag } from '../../syntax/token.js';
import { bodyText, isCodeOf } from '../virtualText.js';

/** JavaScript in a page. */
export interface Script {
  /** Offset in the page where it begins. */
  readonly start: number;
  /** As a browser gets it; every offset is what it is in the page. */
  readonly text: string;
}

/** What `type` says of a script that a browser runs. */
const runs = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** The script around a caret; null where there is none, and in data that only stands in such a tag. */
export function scriptAt(document: SyntaxDocument, offset: number): Script | null {
  const token = tokenBefore(document, offset);
  if (!isCodeOf('script', document, token)) return null;
  const tag = elementAround(document, offset)?.tag;
  return tag && isRun(tag) ? { start: token.start, text: bodyText(token, document.text) } : null;
}

function isRun(tag: StartTag): boolean {
  return runs.test(attributeOf(tag, 'type')?.value?.trim() ?? '');
}
