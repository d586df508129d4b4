import { BridgeError } from '../../framework/bridgeError.js';
import { ownTree } from '../../language/ast/ownTree.js';
import { LineTable } from '../../language/text/lineTable.js';
import { astRequest, type AstParams, type AstProblem, type AstTree } from '../../protocol/ast.js';
import { JudgeUnavailable } from '../application.js';
import { pathOf, type Applications } from '../applications.js';
import { elementSpans, frameworkNodes } from '../ast/frameworkNodes.js';
import type { PageDocument } from '../openDocument.js';
import { verdictMessage } from '../verdictDiagnostic.js';
import { verdictRange } from '../verdictRange.js';
import type { FeatureContext } from './feature.js';

/** The syntax trees of an open page, as its text is now; `placed` finds out whose a document is. */
export function offerAst(
  { connection, document }: FeatureContext,
  applications: Applications,
  placed: (uri: string) => Promise<void>,
): void {
  connection.onRequest(astRequest, async (params: AstParams): Promise<AstTree | null> => {
    await placed(params.textDocument.uri);
    const page = document(params.textDocument.uri);
    if (page?.kind !== 'page') return null;
    const { version } = page;
    switch (params.tree) {
      case 'own':
        return { version, nodes: ownTree(page.syntax, page.catalogue), problem: null };
      case 'raw': {
        const { text } = page;
        const { treeSitterNodes } = await import('../ast/treeSitter.js');
        return { version, nodes: await treeSitterNodes(text), problem: null };
      }
      case 'framework':
        return frameworkTree(page, applications);
    }
  });
}

async function frameworkTree(page: PageDocument, applications: Applications): Promise<AstTree> {
  const { version, text, lines } = page;
  const without = (problem: AstProblem): AstTree => ({ version, nodes: [], problem });
  if (!applications.enabled) return without({ code: 'not-asked' });
  // The document may be edited while the framework reads.
  const spans = elementSpans(page.syntax, (offset) => lines.lineOf(offset));
  const file = pathOf(page.uri);
  try {
    const application = await applications.of(file);
    if (!application) return without({ code: 'not-asked' });
    const result = await application.tree(file, text);
    if (result.ok) {
      const nodes = result.tree ? frameworkNodes(result.tree, spans) : [];
      return { version, nodes, problem: null };
    }
    const range = verdictRange(text, result.error);
    const table = new LineTable(text);
    return without({
      code: 'refused',
      message: verdictMessage(result.error),
      start: table.offsetAt(range.start, text),
      end: table.offsetAt(range.end, text),
    });
  } catch (error) {
    if (error instanceof JudgeUnavailable || error instanceof BridgeError)
      return without({ code: 'unavailable', message: error.message });
    throw error;
  }
}
