import type { ScannedComponent, ScannedEndpoint } from '../../../src/protocol/components.js';

/** A component as the service answers it, with what a test says about it. */
export function component(own: Partial<ScannedComponent> = {}): ScannedComponent {
  return {
    ...{ id: 1, projectId: 1, name: 'index', filePath: 'components/index.q', kind: 'page' },
    ...{ status: 'active', errorMessage: null, lastCompiled: null, route: '/' },
    ...{ tags: [], dependencies: [], usedBy: [] },
    ...own,
  };
}

/** An endpoint as the service answers it. */
export function endpoint(own: Partial<ScannedEndpoint> = {}): ScannedEndpoint {
  return {
    ...{ id: 1, projectId: 1, componentId: 1, method: 'GET', path: '/', functionName: null },
    ...{ description: null, filePath: 'components/index.q', params: [], guard: null, writes: [] },
    ...own,
  };
}
