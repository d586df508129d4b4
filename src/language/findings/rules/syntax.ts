import type { SyntaxDocument } from '../../syntax/document.js';
import { syntaxProblems, type SyntaxProblem } from '../../syntax/problems.js';
import type { DocumentRule } from '../rules.js';
import { syntaxFixes } from './syntaxFixes.js';
import { syntaxMessage } from './syntaxMessages.js';

/** What the framework's XML parser would refuse, all of it at once and at its cause. */
export const syntaxRule: DocumentRule = (document, { report }) => {
  const [anchor] = document.tokens;
  if (!anchor) return;
  for (const problem of syntaxProblems(document)) {
    const { code, start, end } = problem;
    const message = syntaxMessage(problem, document);
    report.at(code, anchor, start, end, message, fixesOf(problem, document));
  }
};

function fixesOf(
  problem: SyntaxProblem,
  document: SyntaxDocument,
): { fixes?: () => ReturnType<typeof syntaxFixes> } {
  // The document rules run after every edit: the problem is of the document as it is.
  const fixes = syntaxFixes(problem, document);
  return fixes.length > 0 ? { fixes: () => fixes } : {};
}
