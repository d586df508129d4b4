import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import type { BrokenCheck, GenerateTest } from '../../protocol/testGeneration.js';
import { atMost } from '../arguments.js';
import { exitCodes, UsageError, type Verb } from '../verb.js';

const kinds: Readonly<Record<BrokenCheck['what'], string>> = {
  content: 'the page draws nothing',
  query: 'a query finds no rows:',
  action: 'the action does nothing:',
  step: 'a step is left out:',
};

/** What was broken, and what the test said to it. */
function checkLine({ what, name, noticed }: BrokenCheck): string {
  const said = noticed === null ? 'nothing to see' : noticed ? 'noticed' : 'NOT noticed';
  return `  ${said.padEnd(14)}  ${`${kinds[what]} ${name}`.trimEnd()}`;
}

export const testGenerate: Verb = {
  name: 'test generate',
  args: 'PAGE [DIR]',
  summary: 'Write a test for a page or an action, if it passes and fails when the page is broken',
  options: { action: { type: 'string' }, address: { type: 'string' } },
  optionHelp: [
    '--action NAME      for this action of the page',
    '--address PATH     what to ask for, where the page answers many addresses: /orders/7',
  ],
  async run({ service, positionals, values, output }) {
    atMost(positionals, 2);
    const [page, folder] = positionals;
    if (page === undefined) throw new UsageError('Which page? As components/index.q.');
    const { action, address } = values;
    const body: GenerateTest = {
      page: page.split(path.sep).join('/'),
      ...(typeof action === 'string' ? { action } : {}),
      ...(typeof address === 'string' ? { address } : {}),
    };
    const { api } = await service();
    const rootPath = path.resolve(folder ?? '.');
    const { id } = await dataOf(api.POST('/api/projects/open', { body: { rootPath } }));
    const params = { path: { id } };
    const made = await dataOf(api.POST('/api/projects/{id}/tests/generate', { params, body }));
    const { accepted, file, line, text, broken, reason } = made;
    const place = accepted ? [`${file}:${line ?? 1}`] : [];
    output.result(made, [...place, ...text.trimEnd().split('\n'), ...broken.map(checkLine)]);
    if (accepted) return exitCodes.ok;
    output.message(`No test was written. ${reason ?? ''}`);
    return exitCodes.failed;
  },
};
