import type { InterpreterSource } from './projects.js';

/** What the extension and the language server say to each other beyond the protocol of the editor. */

/** A person's interpreter for one workspace folder. */
export interface ChosenInterpreter {
  /** The workspace folder, as its URI. */
  readonly folder: string;
  readonly path: string;
  readonly source: InterpreterSource;
}

/** The names of the variables that what is run of a project is given; their values stay with the service. */
export interface GivenVariables {
  /** The project's folder, as its URI. */
  readonly folder: string;
  readonly names: readonly string[];
}

/** Sent as initializationOptions, and again, whole, whenever any of it changes. */
export interface LanguageServerEnvironment {
  /** False: no program of the workspace is started; our own findings work all the same. */
  readonly trusted: boolean;
  /** The setting `quantum.diagnostics.judge`. */
  readonly judge: boolean;
  readonly interpreters: readonly ChosenInterpreter[];
  /** Beside those of the server's own environment; default: none. */
  readonly given?: readonly GivenVariables[];
  /** The setting `quantum.diagnostics.severity`: `off`, `error`, `warning`, `information` or `hint` by code. */
  readonly severities?: Readonly<Record<string, string>>;
  /** The setting `quantum.format.embedded`: the other languages that are laid out with a page. */
  readonly formatEmbedded?: readonly string[];
  /** Where the index of a project is kept between runs, and the product's version; default: nowhere. */
  readonly storage?: { readonly folder: string; readonly version: string };
  /** The settings `quantum.inlayHints.*`; what is missing has its default. */
  readonly inlayHints?: InlayHintSettings;
  /** The setting `quantum.codeLens`, of a client that knows the command `quantum.showReferences`; default: no. */
  readonly codeLens?: boolean;
  /** How findings go to the editor; default: pulled when it can pull, else pushed. */
  readonly diagnostics?: 'push' | 'pull';
}

/** Which hints are shown in the text. */
export interface InlayHintSettings {
  readonly variableTypes?: boolean;
  readonly queryColumns?: boolean;
  readonly loopVariables?: boolean;
  readonly routes?: boolean;
  readonly parameterNames?: boolean;
}

/** Command of the client, with a URI, a position and locations: shows these there. */
export const showReferences = 'quantum.showReferences';

/** Command of the client, with `{ uri, action, function }`: builds a request to the page or its action, or a call. */
export const openTryOut = 'quantum.tryOut.open';

/** Command of the client, with `{ uri, action }`: writes a test for the page, or for its action. */
export const generateTest = 'quantum.tests.generate';

/** Notification, client to server: `LanguageServerEnvironment`. */
export const didChangeEnvironment = 'quantum/didChangeEnvironment';

/** What a new file can be. */
export type NewFileKind = 'page' | 'form' | 'component' | 'layout' | 'test';

/** Request, client to server: `NewFileParams`; answers `NewFileAnswer`, or null outside of every project. */
export const newFileRequest = 'quantum/newFile';

export interface NewFileParams {
  readonly kind: NewFileKind;
  /** Of a page its path below the folder (`orders/[id]`), of a test the address of its page, else a name. */
  readonly name: string;
  /** A folder of the project, as its URI. */
  readonly folder: string;
  /** Whether a person chose that folder for the file. */
  readonly isChosen: boolean;
}

export interface NewFileAnswer {
  /** Where the file goes, as its URI. */
  readonly uri: string;
  /** All of it, with places to fill in. */
  readonly snippet: string;
}

/** A place in a document, as editors count. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** Request, client to server: `PlaceInDocument` to the `LinePlace` of the tag's partner, or null. */
export const matchingTag = 'quantum/matchingTag';

/** Request, client to server: `ElementPlacesParams` to the range of each start tag, or null. */
export const elementPlaces = 'quantum/elementPlaces';

export interface ElementPlacesParams {
  readonly textDocument: { readonly uri: string };
  /** Numbers of start tags in the document, from 0. */
  readonly elements: readonly number[];
}

/** Request, client to server: `PlaceInDocument` to the numbers of the elements around it, innermost first. */
export const elementNumbers = 'quantum/elementNumbers';

/** A file that belongs to another one. */
export interface RelatedFile {
  readonly kind: 'test' | 'page' | 'layout' | 'style';
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly uri: string;
  /** Where it is about the other file. */
  readonly position: LinePlace;
}

/** Request, client to server: of a `textDocument` its `RelatedFile`s, in the order they are likely wanted. */
export const relatedFiles = 'quantum/relatedFiles';

/** How one application's judge is doing. */
export interface LanguageServerStatus {
  /** The application's folder. */
  readonly root: string;
  readonly interpreter: string | null;
  /** Where the interpreter was found: `setting`, `venv`, `poetry` … */
  readonly interpreterSource: string | null;
  readonly pythonVersion: string | null;
  readonly frameworkVersion: string | null;
  /** The release whose tags and attributes documents are held to. */
  readonly catalogue: string;
  /** One sentence saying what is wrong and what to do; null when the judge works. */
  readonly problem: string | null;
}

/** Notification, server to client: `LanguageServerStatus`. */
export const serverStatus = 'quantum/serverStatus';

/** A place in a document, as editors count. */
export interface PlaceInDocument {
  readonly textDocument: { readonly uri: string };
  readonly position: LinePlace;
}

/** The JavaScript around a place, behind as many blank lines and columns as stand before it in its page. */
export interface EmbeddedScript {
  readonly text: string;
}

/** Request, client to server: `PlaceInDocument`; the answer is an `EmbeddedScript`, or null. */
export const embeddedScript = 'quantum/embeddedScript';

/** `data` of a chosen code action that made up a name: where it stands then, for a person to give another. */
export interface MadeUpName {
  readonly renameAt: LinePlace;
}
