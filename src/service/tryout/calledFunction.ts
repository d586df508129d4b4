import type { TryOutAnswer, TryOutRequest } from '../../protocol/tryout.js';
import { AppError } from '../platform/problem.js';
import { inside, type AskedWorld } from '../preview/previewService.js';

/** What the bridge answers to a call (docs/bridge.md). */
export type Called = Pick<TryOutAnswer, 'steps' | 'call' | 'unresolved' | 'output'>;

/** The call of a function as the bridge takes it. @throws AppError for what no function can be called with */
export function calledFunction(
  root: string,
  route: string | null,
  { filePath, url, function: name, fields, target, ...world }: TryOutRequest,
): AskedWorld {
  if (target === 'running')
    throw new AppError(
      'invalid-request',
      'A running application answers pages and actions, and nobody can ask it for a function.',
      'Call the function in the preview.',
    );
  const { texts, database, servers, reset, session = null } = world;
  return {
    ...{ path: inside(root, filePath), route, url, name, session },
    arguments: fields.map((field) => {
      if (typeof field.value === 'string') return [field.name, field.value];
      throw new AppError('invalid-request', `A function takes no files: ${field.name}.`);
    }),
    ...(texts && { texts }),
    ...(database && { database }),
    ...(servers !== undefined && { servers }),
    ...(reset !== undefined && { reset }),
  };
}
