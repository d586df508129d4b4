import {
  ConnectionError,
  ConnectionErrors,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { didChangeEnvironment, serverStatus } from '../protocol/languageServer.js';
import { catalogueFor } from '../language/catalogue/catalogueFor.js';
import { configurationName } from '../workspace/configuredFolder.js';
import { Analysis } from './analysis.js';
import type { ApplicationDeps } from './application.js';
import { Applications, isInside, pathOf } from './applications.js';
import { ClosedFiles } from './closedFiles.js';
import { applyChanges } from './contentChanges.js';
import type { ShownFinding } from '../language/findings/shown.js';
import { variablesAt } from './givenVariables.js';
import { needsRestart, readEnvironment, severitiesOf, untrusted } from './environment.js';
import { offerAst } from './features/ast.js';
import { offerCallHierarchy } from './features/callHierarchy.js';
import { codeActionKinds } from './features/codeActionKinds.js';
import { offerCodeActions } from './features/codeActions.js';
import { offerCodeLens, refreshCodeLens } from './features/codeLens.js';
import { completionTriggers, offerCompletion } from './features/completion.js';
import { diagnosticTeller, offerDiagnostics } from './features/diagnostics.js';
import { offerColors } from './features/embeddedColors.js';
import { offerScripts } from './features/embeddedScripts.js';
import { EmbeddedServices } from './features/embeddedServices.js';
import type { FeatureContext } from './features/feature.js';
import { offerDocumentLinks } from './features/documentLinks.js';
import { fileOperations, offerFileMoves } from './features/fileMoves.js';
import { offerFormatting, onTypeFormatting } from './features/formatting.js';
import { offerHover } from './features/hover.js';
import { offerInlayHints, refreshInlayHints } from './features/inlayHints.js';
import { offerNavigation } from './features/navigation.js';
import { offerNewFile } from './features/newFile.js';
import { OwnMoves } from './features/ownMoves.js';
import { offerElementNumbers } from './features/elementNumbers.js';
import { offerRelatedFiles } from './features/relatedFiles.js';
import { offerRename } from './features/rename.js';
import { offerSemanticTokens, semanticTokensProvider } from './features/semanticTokens.js';
import { offerSignatureHelp, signatureTriggers } from './features/signatureHelp.js';
import { offerStructure } from './features/structure.js';
import { offerTags } from './features/tags.js';
import { offerTypeDefinition } from './features/typeDefinition.js';
import { offerWorkspaceSymbols } from './features/workspaceSymbols.js';
import { openDocument, type OpenDocument, type Surroundings } from './openDocument.js';
import { OtherPages } from './otherPages.js';
import { Placement } from './placement.js';
import { ProjectChecks } from './projectChecks.js';
import { progressOf } from './progress.js';
import { Projects } from './projects.js';
import { Publisher, type Cause } from './publisher.js';
import { SecondOpinion } from './secondOpinion.js';
import { statusSender } from './statusSender.js';

export interface LanguageServerDeps extends Pick<
  ApplicationDeps,
  'bridgeScript' | 'findInstallation'
> {
  /** The program of the threads that read a project; null: no threads. */
  readonly indexWorker: string | null;
}

/** Serves one client over `connection`. Failures of the framework are logged, never thrown. */
export function startLanguageServer(connection: Connection, deps: LanguageServerDeps): void {
  const log = (line: string) => unlessGone(() => connection.console.info(line));
  const report = (error: unknown) => unlessGone(() => connection.console.error(String(error)));
  let environment = untrusted;
  let severities = severitiesOf(environment);
  let folders: string[] = [];
  let client: ClientCapabilities = {};
  let isPulled = false;

  const documents = new TextDocuments<OpenDocument>({
    create: openDocument,
    update: applyChanges,
  });
  const applications = new Applications({ ...deps, log });
  const tell = diagnosticTeller({ connection, client: () => client }, () => isPulled, log);
  const publisher = new Publisher(tell);
  const checks = new ProjectChecks(publisher, log);
  const status = statusSender((value) => {
    connection.sendNotification(serverStatus, value).catch(report);
  });
  const opinion = new SecondOpinion({
    applications,
    publisher,
    releaseAt: (root) => placement.versionAt(root),
    onStatus: (value) => status.send(value),
    onNeedsCheck: (application) => checks.request(application),
    log,
  });

  const look = (document: OpenDocument, cause: Cause): void => {
    if (documents.get(document.uri) !== document || !placement.has(document)) return;
    publisher.found(document, document.isOurs ? shownOf(document) : [], cause);
  };
  const shownOf = (document: OpenDocument): ShownFinding[] => {
    const { root } = document.surroundings;
    return document.kind === 'page'
      ? document.shown(severities, projects.view(root))
      : document.shown(severities, variablesAt(environment, root));
  };
  const lookAtAll = (root?: string): void => {
    for (const document of documents.all()) {
      if (root === undefined || document.surroundings.root === root) look(document, 'elsewhere');
    }
  };
  const analysis = new Analysis((document) => look(document, 'typing'));
  const projects = new Projects({
    worker: deps.indexWorker,
    storage: () => environment.storage ?? { folder: null, version: '' },
    progress: (root) => progressOf(connection, client, root),
    onDidChange: (root, paths) => {
      lookAtAll(root);
      closedFiles.changed(root, paths);
      refreshInlayHints(context);
      refreshCodeLens(context);
    },
    log,
  });
  const closedFiles = new ClosedFiles({
    projects,
    catalogue: (root) => catalogueFor(placement.versionAt(root)),
    severities: () => severities,
    variables: (root) => variablesAt(environment, root),
    isOpen: (file) => documents.all().some(({ uri }) => pathOf(uri) === file),
    tell: (...found) => publisher.foundClosed(...found),
    log,
  });
  const placement = new Placement(
    applications,
    (document) => {
      look(document, 'elsewhere');
      if (documents.get(document.uri) !== document || !document.isOurs) return;
      if (document.kind === 'page') opinion.opened(document);
      const { root } = document.surroundings;
      if (root !== null) projects.open(root).then(() => projects.changed(document), report);
    },
    log,
  );
  const placeAll = (): void => {
    for (const document of documents.all()) placement.place(document).catch(report);
  };
  const restart = (): void => {
    opinion.dispose();
    checks.dispose();
    publisher.forgetOpinions();
    status.forget();
    applications.reset(environment, folders);
    closedFiles.forget();
    projects.dispose().then(placeAll, report);
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    environment = readEnvironment(params.initializationOptions) ?? untrusted;
    severities = severitiesOf(environment);
    folders = pathsOf((params.workspaceFolders ?? []).map((folder) => folder.uri));
    applications.reset(environment, folders);
    client = params.capabilities;
    const canPull = client.textDocument?.diagnostic !== undefined;
    isPulled = canPull && environment.diagnostics !== 'push';
    connection.onInitialized(() => {
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) watchFiles(connection);
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(pathsOf(removed.map((folder) => folder.uri)));
          folders = [
            ...folders.filter((folder) => !gone.has(folder)),
            ...pathsOf(added.map((folder) => folder.uri)),
          ];
          restart();
        });
      }
    });
    return { serverInfo: { name: 'quantum' }, capabilities: capabilities(isPulled) };
  });

  connection.onNotification(didChangeEnvironment, (value: unknown) => {
    const changed = readEnvironment(value);
    if (!changed) return;
    const old = environment;
    environment = changed;
    severities = severitiesOf(changed);
    if (needsRestart(old, changed)) restart();
    else {
      lookAtAll();
      refreshInlayHints(context);
      refreshCodeLens(context);
      for (const root of projects.roots()) closedFiles.changed(root, null);
    }
  });

  const justOpened = new Set<string>();
  documents.onDidOpen(({ document }) => {
    justOpened.add(document.uri);
    placement.place(document).catch(report);
  });
  documents.onDidChangeContent(({ document }) => {
    // Opening a document counts as a change of its content too.
    if (justOpened.delete(document.uri)) return;
    analysis.request(document);
    projects.changed(document);
  });
  documents.onDidSave(({ document }) => {
    if (document.kind === 'page') opinion.saved(document);
  });
  documents.onDidClose(({ document }) => {
    analysis.forget(document);
    if (document.kind === 'page') opinion.closed(document);
    publisher.closed(document);
    projects.closed(document).catch(report);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = pathsOf(changes.map((change) => change.uri));
    for (const application of applications.all()) {
      if (files.some((file) => isInside(application.root, file))) checks.request(application);
    }
    // A configuration that comes or goes says anew whose files there are.
    if (files.some((file) => file.endsWith(configurationName))) placeAll();
  });

  const pagesAround = (around: Surroundings): OtherPages =>
    new OtherPages(around, {
      projects,
      open: () => documents.all(),
    });
  const context: FeatureContext = {
    connection,
    document: (uri) => {
      const document = documents.get(uri);
      return document?.isOurs ? document : null;
    },
    variables: ({ surroundings }) => variablesAt(environment, surroundings.root),
    project: ({ surroundings }) => projects.view(surroundings.root),
    otherPages: (page) => pagesAround(page.surroundings).with(page),
    pagesOf: (root) =>
      pagesAround({ root, path: null, isConfigured: true, version: placement.versionAt(root) }),
    client: () => client,
  };
  const lookAt = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (!document) return;
    if (placement.has(document)) analysis.hurry(document);
    else await placement.place(document);
  };
  const placed = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (document && !placement.has(document)) await placement.place(document);
  };
  offerStructure(context);
  const services = new EmbeddedServices();
  offerCompletion(context, services);
  offerHover(context, services);
  offerColors(context, services);
  offerScripts(context);
  offerSignatureHelp(context);
  offerSemanticTokens(context, placed);
  offerFormatting(context, () => environment.formatEmbedded ?? []);
  offerNavigation(context);
  const ownMoves = new OwnMoves();
  offerRename(context, ownMoves);
  offerFileMoves(context, projects, ownMoves);
  offerDocumentLinks(context);
  offerTypeDefinition(context);
  offerCallHierarchy(context);
  offerTags(context);
  offerElementNumbers(context);
  offerAst(context, applications, placed);
  offerRelatedFiles(context);
  offerCodeLens(context, () => environment.codeLens === true);
  offerInlayHints(context, () => environment.inlayHints ?? {});
  offerWorkspaceSymbols(context, projects);
  offerNewFile(context, projects);
  offerDiagnostics(context, publisher, lookAt);
  offerCodeActions(context, publisher, lookAt, projects);

  connection.onShutdown(() => {
    opinion.dispose();
    checks.dispose();
    applications.dispose();
    return projects.end();
  });
  documents.listen(connection);
  connection.listen();
}

function capabilities(isPulled: boolean): InitializeResult['capabilities'] {
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    documentSymbolProvider: true,
    inlayHintProvider: true,
    callHierarchyProvider: true,
    linkedEditingRangeProvider: true,
    codeLensProvider: { resolveProvider: true },
    documentLinkProvider: { resolveProvider: false },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: onTypeFormatting,
    hoverProvider: true,
    colorProvider: true,
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: { resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
    semanticTokensProvider,
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true },
    ...(isPulled
      ? {
          diagnosticProvider: {
            identifier: 'quantum',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations,
    },
  };
}

/** A connection that is closed throws at whoever still writes to its log; nobody reads it then. */
function unlessGone(write: () => void): void {
  try {
    write();
  } catch (error) {
    const isGone =
      error instanceof ConnectionError &&
      (error.code === ConnectionErrors.Closed || error.code === ConnectionErrors.Disposed);
    if (!isGone) throw error;
  }
}

/** Files that change outside the editor (a checkout, another program) change the project's problems too. */
function watchFiles(connection: Connection): void {
  connection.client
    .register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.q' }, { globPattern: `**/${configurationName}` }],
    })
    .catch((error: unknown) => connection.console.error(String(error)));
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.map(pathOf).filter((folder) => folder !== null);
}
