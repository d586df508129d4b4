import { spawn, type ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';

/** A program that speaks JSON-RPC over its stdin and stdout. */
export interface RpcProcess {
  readonly connection: MessageConnection;
  end(): void;
}

export function startProcess(args: readonly string[]): RpcProcess {
  const child: ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } & {
    stdin: NonNullable<ChildProcess['stdin']>;
  } = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return {
    connection,
    end: () => {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}
