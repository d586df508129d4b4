import { extractComponent } from './extractComponent.js';
import { extractFunction } from './extractFunction.js';
import { extractFunctionOfSets } from './extractFunctionOfSets.js';
import { inlineComponent, inlineComponentEverywhere } from './inlineComponent.js';
import { inlineComponentInProject } from './inlineInProject.js';
import { moveToSession } from './moveToSession.js';
import { organizeImports } from './organizeImports.js';
import type { Marked, Offer, Refactoring } from './refactoring.js';
import { sortAttributes } from './sortAttributes.js';
import { styleToClass } from './styleToClass.js';
import { unwrap } from './unwrap.js';
import { wrapInIf, wrapInLoop } from './wrap.js';

/** Every refactoring, in the order they are offered. */
export const refactorings: readonly Refactoring[] = [
  extractComponent,
  extractFunction,
  extractFunctionOfSets,
  inlineComponent,
  inlineComponentEverywhere,
  inlineComponentInProject,
  wrapInIf,
  wrapInLoop,
  unwrap,
  moveToSession,
  styleToClass,
  sortAttributes,
  organizeImports,
];

/** What one refactoring offers, by its kind. */
export async function offerOf(kind: string, marked: Marked): Promise<Offer | null> {
  return (await refactorings.find((one) => one.kind === kind)?.offer(marked)) ?? null;
}
