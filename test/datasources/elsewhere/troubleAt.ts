import type { DockerAddress } from '../../../src/service/platform/docker/dockerAddress.js';
import { openEngine } from '../../../src/service/platform/docker/dockerEngine.js';
import { engineTrouble } from '../../../src/service/platform/docker/engineTrouble.js';

/** Why an engine cannot be asked; null when it can. */
export async function troubleAt(address: DockerAddress): Promise<string | null> {
  try {
    const engine = openEngine(address);
    try {
      await engine.version();
    } finally {
      engine.end();
    }
    return null;
  } catch (error) {
    return engineTrouble(error).reason;
  }
}
