import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import type { RunLogLine, RunRequest } from '../../protocol/running.js';
import { atMost } from '../arguments.js';
import { readStream } from '../readStream.js';
import { entryLines, isRequest } from '../running/runText.js';
import { exitCodes, type Verb } from '../verb.js';

export const run: Verb = {
  name: 'run',
  args: '[DIR]',
  summary: 'Run an application until Ctrl-C; open pages follow its files',
  options: { quiet: { type: 'boolean' } },
  optionHelp: [
    '--quiet            no requests, only what goes wrong and what the application says',
  ],
  async run({ service, positionals, values, output, signal }) {
    atMost(positionals, 1);
    const { api, endpoint } = await service();
    const rootPath = path.resolve(positionals[0] ?? '.');
    const project = await dataOf(api.POST('/api/projects/open', { body: { rootPath } }));
    const at = { params: { path: { id: project.id } } };
    const before = await dataOf(api.GET('/api/projects/{id}/run', at));
    const isOthers = before.status !== 'stopped' && before.status !== 'failed';
    // What the log holds of earlier runs is not repeated.
    const lines = await dataOf(api.GET('/api/projects/{id}/run/logs', at));
    const requests = await dataOf(api.GET('/api/projects/{id}/run/requests', at));
    const after = Math.max(0, lines.at(-1)?.seq ?? 0, requests.at(-1)?.seq ?? 0);
    const starting = dataOf(api.POST('/api/projects/{id}/run/start', at));
    // One that does not start is left: its log said why. It comes when its files are mended.
    const started = starting.then(
      ({ url }) =>
        output.message(`${project.name} runs at ${url ?? 'no address'}. Ctrl-C ends it.`),
      (error: unknown) => {
        output.message(error instanceof Error ? error.message : String(error));
        output.message('It starts when its files are mended; Ctrl-C ends it.');
      },
    );
    try {
      const stream = `/api/projects/${project.id}/run/stream?after=${after}`;
      for await (const message of readStream(endpoint, stream, signal)) {
        const entry = JSON.parse(message) as RunLogLine | RunRequest | { type: 'bye' };
        if ('type' in entry) break;
        if (values['quiet'] === true && isRequest(entry)) continue;
        output.item(entry, entryLines(entry).join('\n'));
      }
      await started;
      return signal.aborted ? exitCodes.ok : exitCodes.unavailable;
    } finally {
      // Who found it running leaves it running.
      if (!isOthers) await api.POST('/api/projects/{id}/run/stop', at).catch(() => undefined);
    }
  },
};
