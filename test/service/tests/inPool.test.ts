import assert from 'node:assert/strict';
import test from 'node:test';
import { inPool, type PoolOptions } from '../../../src/service/tests/inPool.js';

/** Work that ends when it is told to. */
function turns(options: Partial<PoolOptions<string, number>> & { readonly tasks: string[] }) {
  const running: string[] = [];
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  let open = 0;
  const closed: number[] = [];
  const done = inPool<string, number>({
    size: 2,
    open: () => Promise.resolve((open += 1)),
    close: (worker) => Promise.resolve(void closed.push(worker)),
    work: (_worker, task) => {
      running.push(task);
      return new Promise<void>((resolve, reject) => ends.set(task, { resolve, reject }));
    },
    ...options,
  });
  const settle = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ running, closed, done, settle },
    opened: () => open,
    end: async (task: string, error?: Error): Promise<void> => {
      if (error) ends.get(task)?.reject(error);
      else ends.get(task)?.resolve();
      await settle();
    },
  };
}

test('so many tasks run at once, and the next begins when one ends', async () => {
  const pool = turns({ tasks: ['a', 'b', 'c'] });
  await pool.settle();
  assert.deepEqual(pool.running, ['a', 'b']);
  await pool.end('b');
  assert.deepEqual(pool.running, ['a', 'b', 'c']);
  await pool.end('a');
  await pool.end('c');
  await pool.done;
  assert.deepEqual(pool.closed.sort(), [1, 2]);
});

test('tasks of one lane run in their order, never two at once', async () => {
  const pool = turns({
    tasks: ['x1', 'x2', 'y', 'x3'],
    laneOf: (task) => (task.startsWith('x') ? 'x' : null),
  });
  await pool.settle();
  assert.deepEqual(pool.running, ['x1', 'y']);
  await pool.end('y');
  assert.deepEqual(pool.running, ['x1', 'y']);
  for (const task of ['x1', 'x2', 'x3']) await pool.end(task);
  await pool.done;
  assert.deepEqual(pool.running, ['x1', 'y', 'x2', 'x3']);
});

test('no worker is opened that has nothing to do', async () => {
  const pool = turns({ tasks: ['only'], size: 8 });
  await pool.settle();
  assert.equal(pool.opened(), 1);
  await pool.end('only');
  await pool.done;
});

test('what a task throws ends the pool, after the tasks that run, with every worker closed', async () => {
  const pool = turns({ tasks: ['a', 'b', 'c'] });
  const refused = assert.rejects(pool.done, /broken/);
  await pool.settle();
  await pool.end('a', new Error('broken'));
  assert.deepEqual(pool.closed, [1]);
  await pool.end('b');
  await refused;
  assert.deepEqual(pool.running, ['a', 'b']);
  assert.deepEqual(pool.closed, [1, 2]);
});

test('the rest is left out once it is over', async () => {
  let over = false;
  const pool = turns({ tasks: ['a', 'b', 'c'], isOver: () => over });
  await pool.settle();
  over = true;
  await pool.end('a');
  await pool.end('b');
  await pool.done;
  assert.deepEqual(pool.running, ['a', 'b']);
});
