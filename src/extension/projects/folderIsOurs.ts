import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import { startsWithQuantum } from '../../language/ownership.js';

const skipped = '**/{node_modules,.git,.venv,venv,__pycache__,dist}/**';
const sourcesLookedAt = 40;
const headBytes = 4096;

/**
 * Whether a folder holds a Quantum application: a `quantum.config.yaml`, or a `.q` file that is Quantum's.
 * Looks at the heads of forty files at most.
 */
export async function folderIsOurs(folder: vscode.Uri): Promise<boolean> {
  if (folder.scheme !== 'file') return false;
  const find = (glob: string, limit: number): Thenable<vscode.Uri[]> =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), skipped, limit);
  if ((await find('**/quantum.config.yaml', 1)).length > 0) return true;
  for (const source of await find('**/*.q', sourcesLookedAt)) {
    if (startsWithQuantum(await headOf(source.fsPath))) return true;
  }
  return false;
}

async function headOf(file: string): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    // Gone or unreadable since it was listed: it says nothing about the folder.
    return '';
  }
}
