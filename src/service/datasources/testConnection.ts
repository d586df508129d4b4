import type { ConnectionTest } from '../../protocol/datasources.js';
import { explained } from './datasourceWork.js';
import type { Kind, Target } from './kinds/kind.js';

const patienceMs = 5_000;

/** Connects once and writes, as an application does. What fails is told, not thrown. */
export async function testConnection(kind: Kind, target: Target): Promise<ConnectionTest> {
  const driver = await kind.driver();
  const began = performance.now();
  const took = (): number => Math.round(performance.now() - began);
  try {
    const serverVersion = await driver.verify({ ...target, patienceMs });
    return { ok: true, ms: took(), serverVersion, error: null };
  } catch (error) {
    const { code, message, repair } = explained(driver, target.password, error);
    const told = { code, message, repair, lastLines: [] };
    return { ok: false, ms: took(), serverVersion: null, error: told };
  }
}
