import { createEndpointApi } from '../../client/createApi.js';
import { findService } from '../../client/findService.js';
import { dataOf } from '../../client/problemError.js';
import { exitCodes, type Verb } from '../verb.js';

export const status: Verb = {
  name: 'status',
  summary: 'Whether the service runs, and how it is; starts nothing',
  async run({ home, output }) {
    const found = await findService(home, (text) => output.message(text));
    if (!found) {
      output.result({ running: false, home }, [`No service runs for ${home}.`]);
      return exitCodes.unavailable;
    }
    const service = await dataOf(createEndpointApi(found).GET('/api/service'));
    output.result({ running: true, port: found.port, ...service }, [
      `Quantum Admin ${service.version} runs as process ${service.pid} on port ${found.port}.`,
      `Home:    ${service.home}`,
      `Store:   ${service.store.engine}, ${service.store.location}, ${service.store.sizeBytes} bytes`,
      `Windows: ${service.streams}, jobs: ${service.activeJobs}, memory: ${Math.round(service.memoryBytes / 1e6)} MB`,
      ...service.store.notices,
    ]);
    return exitCodes.ok;
  },
};
