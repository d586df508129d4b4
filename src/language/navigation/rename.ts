import type { LanguageContext } from '../completion/languageContext.js';
import { occurrenceAt, occurrencesIn } from './occurrencesIn.js';
import type { PlacedDocument, ReadDocument } from './projectDocuments.js';
import { referencesTo, type DocumentReferences } from './referencesAt.js';
import type { NamedSymbol, Occurrence, SymbolKind } from './symbol.js';
import { Meeting } from './meeting.js';
import { writtenNames } from './writtenName.js';

/** What a rename changes. */
export interface Rename {
  readonly documents: readonly (PlacedDocument & { readonly edits: readonly RenameEdit[] })[];
  /** A component's file goes by its name. Paths from the project's root. */
  readonly file: { readonly from: string; readonly to: string } | null;
}

export interface RenameEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why something cannot be renamed, or not so: a sentence. */
export class RenameRefused extends Error {}

/** What would be renamed at `offset`. @throws RenameRefused */
export function renamedAt(context: LanguageContext, offset: number): Occurrence {
  const at = occurrenceAt(context, offset);
  if (!at) throw new RenameRefused('Nothing here has a name that can be changed.');
  const { symbol } = at;
  const never = refusals[symbol.kind];
  if (never !== undefined) throw new RenameRefused(never);
  if (symbol.kind === 'component' && !context.project?.files.has(symbol.owner)) {
    throw new RenameRefused(`There is no file of a component ${symbol.name}.`);
  }
  return at;
}

const refusals: Partial<Record<SymbolKind, string>> = {
  implicit: 'The framework gives this its name.',
  page: 'A page goes by its file: rename the file in the Explorer.',
  datasource: 'A datasource is named in quantum.config.yaml: rename it there.',
};

/** Gives what stands at `offset` another name, everywhere. @throws RenameRefused */
export async function renameAt(
  context: LanguageContext,
  offset: number,
  newName: string,
  read: ReadDocument,
): Promise<Rename> {
  const { symbol } = renamedAt(context, offset);
  checkName(symbol, newName);
  const found = await referencesTo(symbol, context, read);
  const documents = found.filter(({ occurrences }) => occurrences.length > 0);
  for (const document of documents) checkClash(symbol, newName, document);
  checkDefined(symbol, documents);
  return {
    documents: documents.map(({ path, context: of, occurrences }) => ({
      path,
      context: of,
      edits: occurrences.map(({ start, end }) => ({ start, end, text: newName })),
    })),
    file: symbol.kind === 'component' ? renamedFile(symbol, newName, context) : null,
  };
}

const plainName = /^[A-Za-z_]\w*$/;

function checkName({ kind }: NamedSymbol, newName: string): void {
  if (kind === 'component' || kind === 'alias') {
    if (/^[A-Z]\w*$/.test(newName) && newName !== newName.toUpperCase()) return;
    throw new RenameRefused(
      'A component’s name begins with a capital and has a small letter in it: letters, digits and _ alone.',
    );
  }
  const isLoose = kind === 'declared' || kind === 'action';
  if ((isLoose ? /^[\w-]+$/ : plainName).test(newName)) return;
  throw new RenameRefused(
    `${newName === '' ? 'An empty text' : `“${newName}”`} is no name: letters, digits and _ alone, and no digit first.`,
  );
}

function checkClash(symbol: NamedSymbol, newName: string, document: DocumentReferences): void {
  const { context, occurrences } = document;
  const taken = (): never => {
    throw new RenameRefused(`${newName} is taken already: the two would become one.`);
  };
  const meets = new Meeting(context, symbol, occurrences);
  for (const one of occurrencesIn(context)) {
    const { symbol: other } = one;
    if (other.name !== newName) continue;
    if (other.kind === symbol.kind && other.owner === symbol.owner) taken();
    if (meets.takes(one)) taken();
    if (symbol.kind === 'alias' && other.kind === 'component') taken();
    if (symbol.kind === 'component' && other.kind === 'alias') taken();
  }
  if (meets.isTakenAs(newName)) taken();
  const { scopes, functions } = context.catalogue;
  const known = symbol.kind === 'function' ? functions : meets.isEmpty ? [] : scopes;
  if (known.some(({ name }) => name === newName)) {
    throw new RenameRefused(`${newName} is a name of the framework.`);
  }
}

/** Every place that gives the name must be known, or some would keep the old one. */
function checkDefined(symbol: NamedSymbol, documents: readonly DocumentReferences[]): void {
  const { kind, name } = symbol;
  if (kind === 'component') return;
  const isDefined = documents.some(({ occurrences }) =>
    occurrences.some((one) => one.isDefinition),
  );
  if (!isDefined) throw new RenameRefused(`Nothing here gives ${name} its name.`);
  if (kind !== 'variable' && kind !== 'prop') return;
  for (const { context, occurrences } of documents) {
    const bound = new Meeting(context, symbol, occurrences).definitionsOf(name);
    if (bound.some((one) => writtenNames(one).length === 0)) {
      throw new RenameRefused(`${name} is bound by code or by a query too: rename it there.`);
    }
  }
}

function renamedFile(
  { owner }: NamedSymbol,
  newName: string,
  { project }: LanguageContext,
): { from: string; to: string } {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const to = `${folder}${inStyleOf(owner.slice(folder.length), newName)}.q`;
  if (to !== owner && project?.hasFile(to)) {
    throw new RenameRefused(`There is a file ${to} already.`);
  }
  return { from: owner, to };
}

/** The framework finds `Card`, `card` and `user_card`; the file keeps the way it is written. */
function inStyleOf(file: string, newName: string): string {
  if (file !== file.toLowerCase()) return newName;
  if (!file.includes('_')) return newName.toLowerCase();
  return newName.replaceAll(/(?<!^)(?=[A-Z])/g, '_').toLowerCase();
}
