import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';

/** A program that speaks JSON-RPC over its stdin and stdout. */
export interface RpcProcess {
  readonly connection: MessageConnection;
  /** Bytes its heap holds after a collection; for a process with `heapProbe.ts`. */
  heapUsed(): Promise<number>;
  end(): void;
}

export function startProcess(args: readonly string[]): RpcProcess {
  const child = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  if (!child.stdin || !child.stdout) throw new Error('The process has no pipes.');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return {
    connection,
    heapUsed: async () => {
      child.send('heap');
      const [bytes] = (await once(child, 'message')) as [number];
      return bytes;
    },
    end: () => {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}

/** Says hello to a server, as an editor with those folders. */
export async function introduced(
  { connection }: RpcProcess,
  folders: readonly string[],
  capabilities: object,
): Promise<void> {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((folder) => ({
      name: folder,
      uri: pathToFileURL(folder).href,
    })),
    initializationOptions: { trusted: false, judge: false, interpreters: [] },
  });
  await connection.sendNotification('initialized', {});
}
