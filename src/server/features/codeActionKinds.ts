import { CodeActionKind } from 'vscode-languageserver';

/** All fixes of a file that are right nearly always, as one action; editors may run it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.quantum`;

/** The kinds of actions there are, as editors ask for them. */
export const codeActionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.SourceOrganizeImports,
  fixAllKind,
];

/** Whether who asks for `wanted` gets actions of `kind`: kinds are parts joined by dots, the general first. */
export function isKindOf(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '';
}
