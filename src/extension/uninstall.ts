import { createEndpointApi } from '../client/createApi.js';
import { findService } from '../client/findService.js';
import { defaultHome } from '../protocol/home.js';

/**
 * Run by the editor after the extension was uninstalled: stops the service, leaves its data. A service
 * that is not there, or does not answer, is nothing to report to anyone.
 */
async function stopService(): Promise<void> {
  const service = await findService(defaultHome());
  if (service === null) return;
  const { POST } = createEndpointApi(service);
  await POST('/api/service/stop', { body: { reason: 'the extension was uninstalled' } });
}

stopService().catch((error: unknown) => {
  process.stderr.write(`Quantum Admin: the service was not stopped: ${String(error)}\n`);
  process.exitCode = 1;
});
