import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.join(import.meta.dirname, '..', '..');

/** Every .ts file below a folder of the checkout, as an absolute path. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Calls `visit` for every call in these files: the callee's text, its arguments. */
export function eachCall(
  files: readonly string[],
  visit: (callee: string, call: ts.CallExpression, file: string) => void,
): void {
  eachNode(files, (node, file) => {
    if (ts.isCallExpression(node)) visit(node.expression.getText(), node, file);
  });
}

/** Calls `visit` for every object that is written down in these files, with the names of its properties. */
export function eachObject(
  files: readonly string[],
  visit: (names: readonly string[], object: ts.ObjectLiteralExpression, file: string) => void,
): void {
  eachNode(files, (node, file) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const names = node.properties.flatMap(({ name }) => name?.getText() ?? []);
    visit(names, node, file);
  });
}

function eachNode(files: readonly string[], visit: (node: ts.Node, file: string) => void): void {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const walk = (node: ts.Node): void => {
      visit(node, file);
      ts.forEachChild(node, walk);
    };
    walk(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  }
}

/** The text of a call's argument when it is a plain string. */
export function textOf(call: ts.CallExpression, at: number): string | undefined {
  const argument = call.arguments[at];
  return argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
