import { isBehindSql, sqlPlaceAt } from '../embedded/sql/sqlPlace.js';
import { completionContextAt } from './completionContext.js';
import type { LanguageContext } from './languageContext.js';

/**
 * Whether a character that was typed before `offset` asks for nothing, though it does elsewhere: a blank or a
 * comma in text is just that, and so is a blank behind what may be the end of SQL.
 */
export function isIdle(context: LanguageContext, offset: number, character: string): boolean {
  if (sqlPlaceAt(context, offset)) return character === ' ' && isBehindSql(context, offset);
  return completionContextAt(context.document, context.catalogue, offset).kind === 'text';
}
