import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Cause, FileDiagnostics, Publisher } from '../publisher.js';
import type { FeatureContext } from './feature.js';

/** Answers editors that ask for findings. `lookAt`: brings what is known of a document up to date. */
export function offerDiagnostics(
  { connection }: FeatureContext,
  publisher: Publisher,
  lookAt: (uri: string) => Promise<void>,
): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    await lookAt(textDocument.uri);
    return reportOf(publisher.current(textDocument.uri), previousResultId);
  });
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const known = publisher.all();
    const items = known.map((file): WorkspaceDocumentDiagnosticReport => ({
      ...reportOf(file, previous.get(file.uri)),
      uri: file.uri,
      version: file.version,
    }));
    // What an editor still shows of files that nothing is known of any more.
    const gone = [...previous.keys()].filter((uri) => !known.some((file) => file.uri === uri));
    for (const uri of gone) {
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    return { items };
  });
}

function reportOf(file: FileDiagnostics, previous: string | undefined): DocumentDiagnosticReport {
  const { resultId, diagnostics } = file;
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

/** Tells an editor of findings: sends them, or says that there are new ones to ask for. */
export function diagnosticTeller(
  { connection, client }: Pick<FeatureContext, 'connection' | 'client'>,
  isPulled: () => boolean,
  log: (line: string) => void,
): (file: FileDiagnostics, cause: Cause) => void {
  let isRefreshDue = false;
  const refresh = (): void => {
    isRefreshDue = false;
    if (client().workspace?.diagnostics?.refreshSupport !== true) return;
    connection
      .sendRequest(DiagnosticRefreshRequest.type)
      .catch((error: unknown) => log(`the editor did not ask again: ${String(error)}`));
  };
  return ({ uri, version, diagnostics }, cause) => {
    if (isPulled()) {
      // After a key the editor asks by itself.
      if (cause === 'typing' || isRefreshDue) return;
      isRefreshDue = true;
      setImmediate(refresh);
      return;
    }
    connection
      .sendDiagnostics({
        uri,
        ...(version === null ? {} : { version }),
        diagnostics: [...diagnostics],
      })
      .catch((error: unknown) => log(`diagnostics of ${uri}: ${String(error)}`));
  };
}
