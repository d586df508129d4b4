import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByNameOffer } from '../../../src/extension/datasources/byNameOffer.js';

/** Projects 1 and 2 are of that time, 3 is not. */
function given(answers: ('allow' | 'never' | undefined)[]) {
  const seen = { asked: [] as string[], looked: [] as number[], declined: [] as number[] };
  const state = { enabled: false };
  const offer = new ByNameOffer({
    api: {
      byNameOffer: (id) => {
        seen.looked.push(id);
        const offered = id < 3 && !state.enabled;
        return Promise.resolve({ offered, why: offered ? 'It is old.' : null });
      },
      declineByName: (id) => Promise.resolve(void seen.declined.push(id)),
    },
    ask: (project) => {
      seen.asked.push(project);
      return Promise.resolve(answers.shift());
    },
    allow: () => Promise.resolve(void (state.enabled = true)),
    onError: (_, error) => assert.fail(String(error)),
  });
  return { offer, seen, state };
}

const project = (id: number, hasDatasources = true) => ({
  ...{ id, name: `p${id}`, hasDatasources },
});

test('a project of that time is offered once it has a datasource, and once in a window', async () => {
  const { offer, seen } = given([undefined]);
  await offer.look([project(1, false), project(3)]);
  assert.deepEqual([seen.looked, seen.asked], [[3], []]);
  await offer.look([project(1)]);
  await offer.look([project(1)]);
  assert.deepEqual([seen.asked, seen.declined], [['p1'], []]);
});

test('what is allowed for one is not asked for the next', async () => {
  const { offer, seen, state } = given(['allow']);
  await offer.look([project(1), project(2)]);
  assert.deepEqual([seen.asked, state.enabled], [['p1'], true]);
});

test('“never” is kept by the service, for that project alone', async () => {
  const { offer, seen } = given(['never', undefined]);
  await offer.look([project(1), project(2)]);
  assert.deepEqual([seen.asked, seen.declined], [['p1', 'p2'], [1]]);
});
