import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { requireTrust } from '../platform/trust.js';
import type { RunCommandDeps } from './runCommands.js';
import { runSession, type RunSession } from './runSession.js';

interface Request {
  readonly type: string;
  readonly seq: number;
  readonly command: string;
}

/** `launch.json` of the type `quantum`: runs the application, without a debugger, until the session ends. */
export function registerRunDebug(deps: RunCommandDeps): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.debug.registerDebugConfigurationProvider('quantum', {
      provideDebugConfigurations: () => [configuration()],
      // F5 without a launch.json comes with nothing.
      resolveDebugConfiguration: (_folder, given) => (given.type === '' ? configuration() : given),
    }),
    vscode.debug.registerDebugAdapterDescriptorFactory('quantum', {
      createDebugAdapterDescriptor: async ({ configuration: { project: name } }) => {
        requireTrust();
        const named = deps.projects.here.find((one) => one.name === name);
        const question = vscode.l10n.t('Which application do you want to start?');
        const project = named ?? (await deps.projects.target(undefined, question));
        return new vscode.DebugAdapterInlineImplementation(new RunAdapter(project, deps));
      },
    }),
  );
}

function configuration(): vscode.DebugConfiguration {
  return { type: 'quantum', request: 'launch', name: vscode.l10n.t('Run Quantum Application') };
}

/** As much of the debug protocol as a run takes: launch, and the end. */
class RunAdapter extends vscode.Disposable implements vscode.DebugAdapter {
  readonly #messages = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  readonly onDidSendMessage = this.#messages.event;
  readonly #session: RunSession;
  #seq = 0;

  constructor(project: Project, deps: RunCommandDeps) {
    super(() => undefined);
    this.#session = runSession(project, deps, {
      say: (line) => this.#event('output', { category: 'console', output: `${line}\n` }),
      onEnd: () => this.#event('terminated'),
    });
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    const request = message as Request;
    if (request.type === 'request') void this.#answer(request);
  }

  override dispose(): void {
    void this.#session.end();
    this.#messages.dispose();
  }

  async #answer(request: Request): Promise<void> {
    if (request.command === 'initialize') {
      this.#respond(request, { supportsTerminateRequest: true });
      this.#event('initialized');
      return;
    }
    this.#respond(request, request.command === 'threads' ? { threads: [] } : {});
    if (request.command === 'launch') await this.#session.begin();
    else if (request.command === 'terminate' || request.command === 'disconnect')
      await this.#session.end();
  }

  #respond({ seq, command }: Request, body: object): void {
    this.#send({ type: 'response', request_seq: seq, success: true, command, body });
  }

  #event(event: string, body: object = {}): void {
    this.#send({ type: 'event', event, body });
  }

  #send(message: object): void {
    this.#seq += 1;
    this.#messages.fire({ seq: this.#seq, ...message });
  }
}
