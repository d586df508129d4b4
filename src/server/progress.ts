import path from 'node:path';
import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** Shows that a project is being read, in editors that show such things; the answer ends it. */
export async function progressOf(
  connection: Connection,
  client: ClientCapabilities,
  root: string,
): Promise<() => void> {
  if (client.window?.workDoneProgress !== true) return () => undefined;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(`Reading ${path.basename(root)}`);
  return () => progress.done();
}
