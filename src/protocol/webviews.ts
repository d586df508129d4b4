import type { AccessMatrix, ComponentGraph, GraphNodeKind, Impact } from './componentGraph.js';
import type { AstKind, AstTree } from './ast.js';
import type { ComponentDetail } from './components.js';
import type { DatasourceForm } from './datasourceRules.js';
import type {
  ConnectionTest,
  Datasource,
  DatasourceDetail,
  DatasourceKind,
  DatasourceLogLine,
  DatasourceStatus,
  DatasourceUsage,
} from './datasources.js';
import type { DoctorReport, Repair } from './doctor.js';
import type { Job } from './jobs.js';
import type {
  PreviewComponent,
  PreviewError,
  PreviewField,
  PreviewQueryRun,
  PreviewSession,
} from './preview.js';
import type { ProjectDetail } from './projects.js';
import type {
  TryOutAnswer,
  TryOutEntry,
  TryOutForm,
  TryOutRequest,
  TryOutTarget,
} from './tryout.js';

/**
 * Messages between a page and the extension. A page says `ready`; the host answers `init`, then sends
 * what the page shows. One pair of unions per page.
 */
export interface InitPage {
  readonly type: 'init';
  /** The translated texts (vscode.l10n.bundle), empty in English. */
  readonly texts: Readonly<Record<string, string>>;
  /** The editor's language, for dates and numbers. */
  readonly language: string;
  /** Which thing the panel is about; the page keeps it, so that the panel can be restored. */
  readonly subject: unknown;
}
/** What every page may say beside its own messages. */
export interface PageReady {
  readonly type: 'ready';
}

export type ToProjectPage =
  | { type: 'project'; project: ProjectDetail; jobs: readonly Job[] }
  | { type: 'gone' }
  | { type: 'failed'; message: string };
/** What a person can do on the page, without arguments: the panel knows its project. */
export type ProjectPageAction =
  | 'retry'
  | 'rename'
  | 'editDescription'
  | 'toggleActive'
  | 'openFolder'
  | 'openTerminal'
  | 'relink'
  | 'installFramework'
  | 'doctor'
  | 'delete';
export type FromProjectPage =
  { type: 'action'; action: ProjectPageAction } | { type: 'cancelJob'; id: number };

export type ToDoctorPage =
  | { type: 'checking' }
  | { type: 'report'; report: DoctorReport; checkedAt: string }
  /** The service cannot be asked: the page offers what is left. */
  | { type: 'failed'; message: string; repair: string | null; logTail: readonly string[] };
export type FromDoctorPage =
  | { type: 'again' }
  | { type: 'repair'; repair: Repair }
  | { type: 'restartService' }
  | { type: 'showLog' };

/** Something that happened to a datasource while its page was open. */
export interface Happening {
  readonly at: string;
  readonly text: string;
}
export type ToDatasourcePage =
  | {
      type: 'datasource';
      datasource: DatasourceDetail;
      /** Null: the engine does not answer. */
      status: DatasourceStatus | null;
      happenings: readonly Happening[];
    }
  /** `fresh`: the log begins anew. */
  | { type: 'log'; lines: readonly DatasourceLogLine[]; fresh: boolean }
  | { type: 'logEnded'; reason: string | null }
  /** Null: the container does not run. */
  | { type: 'usage'; usage: DatasourceUsage | null }
  | { type: 'showLog' }
  | { type: 'gone' }
  | { type: 'failed'; message: string };
export type DatasourcePageAction =
  | 'start'
  | 'stop'
  | 'restart'
  | 'setup'
  | 'test'
  | 'copyUrl'
  | 'copyPassword'
  | 'useInProject'
  | 'shell'
  | 'edit'
  | 'duplicate'
  | 'delete';
export type FromDatasourcePage =
  | { type: 'action'; action: DatasourcePageAction }
  | { type: 'retry' }
  | { type: 'followLog' }
  | { type: 'saveLog'; text: string };

export type ToDatasourceFormPage =
  | {
      type: 'form';
      /** The one that is changed; null: a new one. */
      datasource: Datasource | null;
      project: string;
      kinds: readonly DatasourceKind[];
      taken: readonly string[];
      hasDocker: boolean;
    }
  | { type: 'tested'; result: ConnectionTest }
  | { type: 'saving' }
  /** A person thought better of it: the form is as it was. */
  | { type: 'unsaved' }
  | { type: 'failed'; message: string };
export type FromDatasourceFormPage =
  | { type: 'test'; form: DatasourceForm }
  | { type: 'save'; form: DatasourceForm }
  | { type: 'cancel' };

/** How a page is looked at; kept for each page. */
export interface PreviewView {
  readonly url: string;
  readonly session: PreviewSession;
  readonly database: 'copy' | 'fresh';
  /** Of a component alone: what it is given, as an author writes it. Absent: what it is given at first. */
  readonly props?: Readonly<Record<string, string>>;
  readonly slots?: Readonly<Record<string, string>>;
  /** Of a component alone: the file of the layout it is shown in; '' or absent: in none. */
  readonly layout?: string;
}
/** What is shown, and what a person calls it. */
export interface PreviewSubject {
  readonly kind: 'page' | 'component' | 'untitled';
  readonly name: string;
  /** Of its document. */
  readonly uri: string;
}
/** A drawn page without what the editor alone needs. */
export interface PreviewDrawing {
  readonly status: number;
  readonly html: string;
  readonly ms: number;
  readonly redirects: readonly { status: number; to: string; outside: boolean }[];
  readonly queries: readonly PreviewQueryRun[];
  readonly unresolved: readonly string[];
  readonly output: string;
}
export type ToPreviewPage =
  /** The script that goes into every shown page. */
  | { type: 'frame'; script: string }
  | { type: 'view'; view: PreviewView; subject: PreviewSubject }
  /** What the component takes and was given. */
  | { type: 'component'; component: PreviewComponent }
  /** The layouts that a component alone can be shown in, by their files. */
  | { type: 'layouts'; layouts: readonly string[] }
  /** The component in the editor, while a page that draws it is shown. */
  | { type: 'drawsInPage'; component: string | null }
  | { type: 'drawing' }
  | { type: 'page'; page: PreviewDrawing }
  /** The page is broken; the last good one stays. A component may be given something that breaks it. */
  | { type: 'broken'; error: PreviewError; where: 'file' | 'content' | 'props' }
  | { type: 'failed'; message: string; isServerDatabase: boolean }
  | { type: 'nothing' }
  | { type: 'assets'; assets: readonly { url: string; type: string; base64: string }[] }
  /** Files of the application changed: what was fetched of them is old. */
  | { type: 'stale' }
  /** The parts that the caret draws: places of the innermost first. */
  | { type: 'outline'; at: readonly string[] }
  /** What a person picked is the content of the slot. */
  | { type: 'editContent' };
export type FromPreviewPage =
  | { type: 'look'; view: PreviewView }
  | { type: 'send'; url: string; method: string; form: PreviewField[] }
  | { type: 'again'; reset: boolean }
  | { type: 'allowServers' }
  | { type: 'fetch'; urls: string[] }
  | { type: 'open'; at: string }
  | { type: 'openError' }
  /** Show the component in the editor alone. */
  | { type: 'alone' }
  | { type: 'copyCall' };

/** What a person put into the form of a try-out; files are not kept. */
export interface TryOutDraft {
  /** Of the parts of the address. */
  readonly parts: Readonly<Record<string, string>>;
  /** Behind the `?`. */
  readonly query: string;
  /** By the name of the field; a box that is ticked has `on`. */
  readonly values: Readonly<Record<string, string>>;
  readonly session: PreviewSession;
  readonly target: TryOutTarget;
  readonly database: 'copy' | 'fresh';
}
/** The request that a draft comes to. */
export type TryOutSending = Pick<
  TryOutRequest,
  'url' | 'fields' | 'session' | 'target' | 'database' | 'reset'
>;
export type ToTryOutPage =
  /** The script that goes into every shown page. */
  | { type: 'frame'; script: string }
  | {
      type: 'form';
      form: TryOutForm;
      action: string | null;
      /** The function that is called; null for a request. */
      called: string | null;
      draft: TryOutDraft | null;
    }
  | { type: 'history'; entries: readonly TryOutEntry[] }
  | { type: 'sending' }
  | { type: 'answer'; answer: TryOutAnswer }
  | { type: 'assets'; assets: readonly { url: string; type: string; base64: string }[] }
  | { type: 'failed'; message: string; isServerDatabase: boolean };
export type FromTryOutPage =
  | { type: 'draft'; draft: TryOutDraft }
  | { type: 'send'; sending: TryOutSending }
  | { type: 'saveTest'; sending: TryOutSending }
  | { type: 'copyCurl' }
  | { type: 'fetch'; urls: string[]; target: TryOutTarget }
  | { type: 'openError'; filePath: string; line: number; column: number }
  | { type: 'allowServers' }
  | { type: 'clearHistory' };

export type ToComponentPage =
  | { type: 'component'; component: ComponentDetail }
  /** Its project is not registered yet. */
  | { type: 'waiting' }
  | { type: 'gone' }
  | { type: 'failed'; message: string };
export type FromComponentPage =
  /** Open a file of the project, at a line and column from 1. */
  | { type: 'openFile'; filePath: string; line: number; column: number }
  /** Show the page of another component. */
  | { type: 'openComponent'; filePath: string }
  | { type: 'retry' };

export type ToMatrixPage =
  { type: 'matrix'; project: string; matrix: AccessMatrix } | { type: 'failed'; message: string };
export type FromMatrixPage =
  /** Open the place of an address or action; a line from 1. */
  { type: 'open'; filePath: string; line: number } | { type: 'retry' };
export type ToAstPage =
  /** A tree of a document; `file` is what a person calls it. */
  | { type: 'tree'; file: string; kind: AstKind; tree: AstTree }
  /** Where the caret is, or what is selected, in a version of the document. */
  | { type: 'selection'; start: number; end: number }
  | { type: 'nothing' };
export type FromAstPage =
  /** Select a node's place in the version its tree is of. */
  { type: 'choose'; version: number; start: number; end: number } | { type: 'copy'; text: string };

/** Which part of the graph a page shows. */
export interface GraphWish {
  readonly focus: string | null;
  readonly depth: number;
  readonly kinds: readonly GraphNodeKind[];
  /** As a list, and not as a picture. */
  readonly isList: boolean;
}
export type ToGraphPage =
  | { type: 'graph'; graph: ComponentGraph; wish: GraphWish }
  | { type: 'impact'; impact: Impact }
  | { type: 'failed'; message: string };
export type FromGraphPage =
  | { type: 'wish'; wish: GraphWish }
  | { type: 'impact'; id: string }
  | { type: 'open'; id: string }
  /** `content`: the text of an SVG, of a PNG its bytes in base64. */
  | { type: 'save'; format: 'svg' | 'png'; content: string }
  | { type: 'saveFailed' };
