import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EngineSettings,
  type WrittenSettings,
} from '../../../src/extension/datasources/engineSettings.js';
import type { DockerSettings } from '../../../src/protocol/docker.js';

const nothing: WrittenSettings = { host: undefined, connectAddress: undefined };

function given(chosen: DockerSettings) {
  const state = { written: nothing, chosen, choices: 0 };
  const settings = new EngineSettings({
    written: () => state.written,
    settings: () => Promise.resolve(state.chosen),
    choose: (one) => {
      state.chosen = one;
      state.choices += 1;
      return Promise.resolve();
    },
  });
  return { state, settings };
}

test('what is written in the settings is the engine, and taken back when it is taken away', async () => {
  const { state, settings } = given({ host: null, connectAddress: null });
  state.written = { ...nothing, host: 'ssh://me@far' };
  await settings.tell();
  assert.deepEqual(state.chosen, { host: 'ssh://me@far', connectAddress: null });
  state.written = nothing;
  await settings.tell();
  assert.deepEqual(state.chosen, { host: null, connectAddress: null });
});

test('where nothing is written, what the command line chose stays', async () => {
  const { state, settings } = given({ host: 'tcp://far:2375', connectAddress: null });
  await settings.tell();
  assert.equal(state.choices, 0);
  state.written = { ...nothing, connectAddress: 'far' };
  await settings.tell();
  assert.deepEqual(state.chosen, { host: 'tcp://far:2375', connectAddress: 'far' });
});
