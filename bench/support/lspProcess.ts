import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
