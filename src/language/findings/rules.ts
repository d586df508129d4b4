import type { Catalogue } from '../catalogue/types.js';
import type { ProjectView } from '../project/projectView.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { ElementRule, Report } from './rule.js';
import { applicationType } from './rules/applicationType.js';
import { callInBranch } from './rules/callInBranch.js';
import { drawingLoop } from './rules/drawingLoop.js';
import { elses } from './rules/elses.js';
import { emptyCode } from './rules/emptyCode.js';
import { enumValues } from './rules/enumValues.js';
import { neededTogether } from './rules/neededTogether.js';
import { projectRule } from './rules/project/projectRule.js';
import { queryText } from './rules/queryText.js';
import { removedAttributes } from './rules/removedAttributes.js';
import { requiredAttributes } from './rules/requiredAttributes.js';
import { statementInMarkup } from './rules/statementInMarkup.js';
import { strayFlash } from './rules/strayFlash.js';
import { testAssertions } from './rules/testAssertions.js';
import { testContent } from './rules/testContent.js';
import { testFileRule } from './rules/testFile.js';
import { transactionQueries } from './rules/transactionQueries.js';
import { valueForms } from './rules/valueForms.js';
import { guards } from './rules/scope/guards.js';
import { scopeRule } from './rules/scope/scopeRule.js';
import { unknownAttribute } from './rules/unknownAttribute.js';
import { protection } from './rules/protection.js';
import { neededAttributes } from './rules/neededAttributes.js';
import { silentValues } from './rules/silentValues.js';
import { literals } from './rules/literals.js';
import { patterns } from './rules/patterns.js';
import { lostParts } from './rules/lostParts.js';
import { elements } from './rules/elements.js';
import { standing } from './rules/standing.js';
import { duplicateNames } from './rules/duplicateNames.js';
import { branches } from './rules/branches.js';
import { loops } from './rules/loops.js';
import { setWithoutValue } from './rules/setValue.js';
import { queryUse } from './rules/queryUse.js';
import { uselessTags } from './rules/uselessTags.js';
import { syntaxRule } from './rules/syntax.js';
import { unknownTag } from './rules/unknownTag.js';

/** Looks at a document as a whole, after every edit: it must cost little where nothing is wrong. */
export type DocumentRule = (document: SyntaxDocument, context: DocumentContext) => void;

export interface DocumentContext {
  readonly catalogue: Catalogue;
  readonly report: Report;
  /** The document's path from the project's root, with `/`; null where it has none. */
  readonly path: string | null;
  /** The project around it; null for a file by itself. */
  readonly project: ProjectView | null;
}

/** Rules about elements that find what the framework's parser refuses. */
const refusingElementRules: readonly ElementRule[] = [
  unknownTag,
  applicationType,
  callInBranch,
  drawingLoop,
  elses,
  emptyCode,
  enumValues,
  neededTogether,
  queryText,
  removedAttributes,
  requiredAttributes,
  statementInMarkup,
  strayFlash,
  transactionQueries,
  valueForms,
];

const lenientElementRules: readonly ElementRule[] = [
  unknownAttribute,
  protection,
  neededAttributes,
  silentValues,
  literals,
  patterns,
  lostParts,
  elements,
  standing,
  duplicateNames,
  branches,
  loops,
  setWithoutValue,
  queryUse,
  uselessTags,
];

const testRules: readonly ElementRule[] = [
  testContent,
  testAssertions,
  requiredAttributes,
  enumValues,
  valueForms,
];

/** Rules for documents of one dialect. */
export interface RuleSet {
  readonly elements: readonly ElementRule[];
  readonly documents: readonly DocumentRule[];
}

/** All rules for pages and what pages are made of. */
export const pageRules: RuleSet = {
  elements: [...refusingElementRules, ...lenientElementRules],
  documents: [syntaxRule, guards, scopeRule, projectRule],
};

/** All rules for `*.test.q`. */
export const testFileRules: RuleSet = {
  elements: testRules,
  documents: [testFileRule, syntaxRule],
};

/** The rules of {@link pageRules} that find what the framework's parser refuses: a tenth of the work. */
export const refusalRules: RuleSet = {
  elements: refusingElementRules,
  documents: [syntaxRule, guards],
};
