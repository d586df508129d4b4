// One window's worth of a client, as a process of its own: reaches the service, asks once, says what it got.
import { createEndpointApi } from '../../src/client/createApi.js';
import { dataOf } from '../../src/client/problemError.js';
import { reachService } from '../../src/client/reachService.js';
import { productVersion } from '../../src/protocol/productVersion.js';

const [home = '', dist = ''] = process.argv.slice(2);
const began = Date.now();
void reachService({ home, dist, version: productVersion, log: () => undefined }).then(
  async (service) => {
    const status = await dataOf(createEndpointApi(service).GET('/api/service'));
    process.stdout.write(
      JSON.stringify({ ms: Date.now() - began, pid: status.pid, epoch: status.epoch }),
    );
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
