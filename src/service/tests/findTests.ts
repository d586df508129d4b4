import type { FoundSuites, FoundTests } from '../../framework/bridgeMessages.js';
import type { TestBridge } from './testBridge.js';
import type { TestPlace } from './testEnvironment.js';

export interface FoundInProject {
  readonly applications: FoundTests;
  readonly checkout: FoundSuites;
}

/** Both kinds of tests as they stand in the files; runs nothing of the project. @throws BridgeError */
export async function findTests(
  bridge: TestBridge,
  { problem }: TestPlace,
  signal?: AbortSignal,
): Promise<FoundInProject> {
  const checkout = await bridge.findSuites(signal);
  // Without the framework a checkout still has its own tests.
  const applications = problem === null ? await bridge.find(signal) : { files: [] };
  return { checkout, applications };
}
