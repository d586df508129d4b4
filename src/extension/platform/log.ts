import * as vscode from 'vscode';
import { LogTail } from './logTail.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** The extension's log: one output channel with levels, a component's name before each line. */
export interface Log {
  write(level: LogLevel, message: string): void;
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
  /** The same channel, lines beginning with `[component]`. */
  for(component: string): Log;
  show(): void;
  readonly tail: readonly string[];
  /** For the language client, which wants the channel itself. */
  readonly channel: vscode.LogOutputChannel;
  dispose(): void;
}

/** Opens the output channel "Quantum Admin". The caller owns the result. */
export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('Quantum Admin', { log: true });
  return logOn(channel, new LogTail(), '');
}

function logOn(channel: vscode.LogOutputChannel, tail: LogTail, prefix: string): Log {
  const write = (level: LogLevel, message: string): void => {
    const line = prefix + message;
    channel[level](line);
    tail.add(`${new Date().toISOString()} [${level}] ${line}`);
  };
  return {
    write,
    debug: (message) => write('debug', message),
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, error) =>
      write('error', error === undefined ? message : `${message}: ${traceOf(error)}`),
    for: (component) => logOn(channel, tail, `${prefix}[${component}] `),
    show: () => channel.show(true),
    get tail() {
      return tail.lines;
    },
    channel,
    dispose: () => channel.dispose(),
  };
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
