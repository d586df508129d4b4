import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import type { PreviewField, PreviewSession } from '../../protocol/preview.js';
import type { TryOutRequest } from '../../protocol/tryout.js';
import { answerLines, isRefused } from '../tryout/answerText.js';
import { exitCodes, UsageError, type OptionValues, type Verb } from '../verb.js';
import { projectAt } from './components.js';

export const send: Verb = {
  name: 'send',
  args: 'PAGE [NAME=VALUE|NAME=@FILE …]',
  summary: 'Send a request to a page or an action, or call a function, and see all it led to',
  options: {
    dir: { type: 'string' },
    action: { type: 'string' },
    function: { type: 'string' },
    address: { type: 'string' },
    user: { type: 'string' },
    role: { type: 'string' },
    running: { type: 'boolean' },
    fresh: { type: 'boolean' },
    servers: { type: 'boolean' },
  },
  optionHelp: [
    '--dir DIR          the application (default: the current folder)',
    '--action NAME      the action of the page; without it the page is asked for',
    '--function NAME    a function of the page: called with the fields, where the page has run',
    '--address PATH     what to ask for, where the page answers many addresses: /orders/7',
    '--user NAME        as this user',
    '--role NAME        with this role',
    '--running          to the running server; else to the preview, on copies of the databases',
    '--fresh            on a database that was migrated from nothing',
    '--servers          queries may run on databases that are no files',
  ],
  async run({ service, positionals, values, output }) {
    const [page, ...given] = positionals;
    if (page === undefined) throw new UsageError('Which page? As components/index.q.');
    const { dir, action, function: called, running, fresh, servers } = values;
    if (running === true && fresh === true)
      throw new UsageError('--running has its own databases, --fresh is of the preview.');
    if (action !== undefined && called !== undefined)
      throw new UsageError('--action sends, --function calls: one of them.');
    if (action === undefined && called === undefined && given.length > 0)
      throw new UsageError(
        'Fields are an action’s or a function’s: name it with --action or --function.',
      );
    const fields = await Promise.all(given.map(fieldOf));
    const { api } = await service();
    const { id } = await projectAt(api, typeof dir === 'string' ? dir : '.');
    const params = { path: { id } };
    const filePath = page.split(path.sep).join('/');
    const world: Pick<TryOutRequest, 'database' | 'servers'> = {
      ...(fresh === true ? { database: 'fresh' } : {}),
      ...(servers === true ? { servers } : {}),
    };
    const form = { filePath, ...world };
    const url = await addressIn(values, async () =>
      dataOf(api.POST('/api/projects/{id}/try-out/form', { params, body: form })),
    );
    const body: TryOutRequest = {
      ...{ filePath, url, fields, ...world },
      action: typeof action === 'string' ? action : null,
      ...(typeof called === 'string' ? { function: called } : {}),
      ...sessionIn(values),
      target: running === true ? 'running' : 'preview',
    };
    const answer = await dataOf(api.POST('/api/projects/{id}/try-out', { params, body }));
    output.result(answer, answerLines(answer));
    return isRefused(answer) ? exitCodes.failed : exitCodes.ok;
  },
};

async function addressIn(
  { address }: OptionValues,
  form: () => Promise<{ path: string; pathParams: readonly string[] }>,
): Promise<string> {
  if (typeof address === 'string') return address;
  const { path: route, pathParams } = await form();
  if (pathParams.length === 0) return route;
  throw new UsageError(`The page answers ${route}: which one? --address PATH.`);
}

/** Without either the visitor is signed out. */
function sessionIn({ user, role }: OptionValues): { session?: PreviewSession } {
  if (typeof user !== 'string' && typeof role !== 'string') return {};
  const session = {
    ...(typeof user === 'string' ? { user } : {}),
    ...(typeof role === 'string' ? { role } : {}),
  };
  return { session };
}

/** `name=value`, or `name=@file` for a file that is uploaded; `name=@@x` is the text `@x`. */
async function fieldOf(text: string): Promise<PreviewField> {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`${text} is no field: NAME=VALUE.`);
  const name = text.slice(0, at);
  const value = text.slice(at + 1);
  if (!value.startsWith('@')) return { name, value };
  if (value.startsWith('@@')) return { name, value: value.slice(1) };
  const file = path.resolve(value.slice(1));
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`There is no file at ${file}; a text that begins with @ is written @@.`);
  });
  return { name, value: { name: path.basename(file), base64: bytes.toString('base64') } };
}
