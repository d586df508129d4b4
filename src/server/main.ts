import path from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { findInstallation } from '../framework/findInstallation.js';
import { startLanguageServer } from './languageServer.js';

// stdin, stdout: the protocol. The process ends with its client.
const connection = createConnection(process.stdin, process.stdout);

// A mistake in one request is a line in the log; the other documents keep their server.
process.on('unhandledRejection', (reason) =>
  connection.console.error(`unhandled: ${String(reason)}`),
);
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  // Nobody reads any more: the client is gone.
  if (error.code === 'EPIPE') process.exit(0);
  connection.console.error(`uncaught: ${error.stack ?? error.message}`);
});

startLanguageServer(connection, {
  bridgeScript: path.join(__dirname, 'python', 'quantum_bridge', '__main__.py'),
  indexWorker: path.join(__dirname, 'indexWorker.js'),
  findInstallation: (options) => findInstallation(options),
});
