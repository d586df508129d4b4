import { setTimeout as pause } from 'node:timers/promises';
import { createEndpointApi } from '../../client/createApi.js';
import { findService } from '../../client/findService.js';
import { isOwned } from '../../client/homeOwner.js';
import { dataOf } from '../../client/problemError.js';
import { exitCodes, type Verb } from '../verb.js';

/** Longer than the service takes at most to let go of everything. */
const limitMs = 20_000;

export const stop: Verb = {
  name: 'stop',
  summary: 'Stop the service; running jobs end at a checkpoint',
  async run({ home, output }) {
    const found = await findService(home, (text) => output.message(text));
    if (!found) {
      output.result({ stopped: false, home }, [`No service runs for ${home}.`]);
      return exitCodes.ok;
    }
    const body = { reason: 'quantum-admin stop' };
    await dataOf(createEndpointApi(found).POST('/api/service/stop', { body }));
    const deadline = Date.now() + limitMs;
    while (await isOwned(home)) {
      await pause(20);
      if (Date.now() > deadline) {
        output.message(`Process ${found.pid} has not left after ${limitMs / 1000} s.`);
        return exitCodes.failed;
      }
    }
    output.result({ stopped: true, pid: found.pid, home }, [`Stopped process ${found.pid}.`]);
    return exitCodes.ok;
  },
};
