import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

async function server() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  started.push(child);
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  const answer = await client.sendRequest<{ capabilities: object }>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [],
  });
  await client.sendNotification('initialized', {});
  return { child, client, answer, ended: once(child, 'exit') };
}

describe('the language server’s process', () => {
  it('asks for changes alone, and says what it offers', async () => {
    const { answer } = await server();
    assert.deepEqual(answer.capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      documentSymbolProvider: true,
      inlayHintProvider: true,
      callHierarchyProvider: true,
      linkedEditingRangeProvider: true,
      codeLensProvider: { resolveProvider: true },
      documentLinkProvider: { resolveProvider: false },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: '>',
        moreTriggerCharacter: ['\n'],
      },
      hoverProvider: true,
      colorProvider: true,
      definitionProvider: true,
      typeDefinitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      workspaceSymbolProvider: { resolveProvider: true },
      signatureHelpProvider: { triggerCharacters: ['(', ','] },
      semanticTokensProvider: {
        legend: {
          tokenTypes: ['class', 'function', 'parameter', 'property', 'variable', 'unknownTag'],
          tokenModifiers: ['declaration', 'defaultLibrary'],
        },
        full: { delta: true },
        range: true,
      },
      completionProvider: {
        triggerCharacters: '< / : " \' = { . , $ > * 0 1 2 3 4 5 6 7 8 9'.split(' ').concat(' '),
        resolveProvider: true,
      },
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'refactor.extract',
          'refactor.inline',
          'refactor.rewrite',
          'source.organizeImports',
          'source.fixAll.quantum',
        ],
        resolveProvider: true,
      },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: {
          willRename: {
            filters: [
              { scheme: 'file', pattern: { glob: '**', matches: 'file' } },
              { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
            ],
          },
        },
      },
    });
  });

  it('ends when it is told to', { timeout: 20_000 }, async () => {
    const { client, ended } = await server();
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    assert.deepEqual((await ended)[0], 0);
  });

  it('ends when its client is gone without a word', { timeout: 20_000 }, async () => {
    const { child, ended } = await server();
    child.stdin.destroy();
    child.stdout.destroy();
    await ended;
    assert.ok(child.exitCode !== null || child.signalCode !== null);
  });
});
