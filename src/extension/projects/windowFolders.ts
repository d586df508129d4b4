import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { WindowFolder } from './folderRegistration.js';
import { openingsOf, type RememberedOpenings } from './windowOpening.js';

const rememberedKey = 'quantum.openings';

/** The folders of this window and since when they are open here. */
export interface WindowFolders {
  readonly list: () => readonly WindowFolder[];
  readonly openedAt: (folder: WindowFolder) => string;
  /** Leaves the time for the host that follows a reload. Synchronous: a dying host finishes nothing else. */
  close(): void;
}

/** Reads what the last host of this workspace left, and remembers this one's openings. */
export function trackWindowFolders(context: vscode.ExtensionContext): WindowFolders {
  const list = (): WindowFolder[] =>
    (vscode.workspace.workspaceFolders ?? [])
      .filter(({ uri }) => uri.scheme === 'file')
      .map(({ uri }) => ({ uri: uri.toString(), path: uri.fsPath }));
  const closedFile =
    context.storageUri?.scheme === 'file'
      ? path.join(context.storageUri.fsPath, 'closed-at')
      : undefined;
  const closedAt = closedFile === undefined ? undefined : readDate(closedFile);
  let openings: RememberedOpenings | undefined;

  const current = (): RememberedOpenings => {
    openings = openingsOf({
      now: new Date(),
      sessionId: vscode.env.sessionId,
      folders: list().map(({ uri }) => uri),
      remembered: openings ?? context.workspaceState.get<RememberedOpenings>(rememberedKey),
      closedAt,
      isSameHost: openings !== undefined,
    });
    void context.workspaceState.update(rememberedKey, openings);
    return openings;
  };

  return {
    list,
    openedAt: (folder) => current().openedAt[folder.uri] ?? new Date().toISOString(),
    close: () => {
      if (closedFile === undefined) return;
      mkdirSync(path.dirname(closedFile), { recursive: true });
      writeFileSync(closedFile, new Date().toISOString());
    },
  };
}

function readDate(file: string): Date | undefined {
  try {
    const date = new Date(readFileSync(file, 'utf8'));
    return Number.isNaN(date.getTime()) ? undefined : date;
  } catch {
    // No host of this workspace has closed yet.
    return undefined;
  }
}
