import type { Feature, Platform } from '../platform/feature.js';
import { EnvironmentRepository } from './environmentRepository.js';
import { EnvironmentService } from './environmentService.js';
import { registerEnvironmentRoutes } from './routes.js';
import { VariableRepository } from './variableRepository.js';
import { VariableService, type VariablePorts } from './variableService.js';

export interface EnvironmentsFeature extends Feature {
  readonly environments: EnvironmentService;
  readonly variables: VariableService;
}

/** Where applications run, and the variables that they are given there and here. */
export function environmentsFeature(
  platform: Platform,
  context: Pick<VariablePorts, 'project' | 'given'>,
): EnvironmentsFeature {
  const { events, now } = platform;
  const environments = new EnvironmentRepository(events, now);
  const ports = { platform, environments, ...context };
  const service = new EnvironmentService(ports);
  const variables = new VariableService({
    ...ports,
    variables: new VariableRepository(events, now),
  });
  return {
    name: 'environments',
    environments: service,
    variables,
    routes: (app) => registerEnvironmentRoutes(app, service, variables),
  };
}
