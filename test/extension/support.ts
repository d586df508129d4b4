import type { Project } from '../../src/protocol/projects.js';

/** A project as the service answers it, with what a test says about it. */
export function project(own: Partial<Project> = {}): Project {
  return {
    id: 1,
    name: 'shop',
    description: null,
    status: 'active',
    rootPath: '/apps/shop',
    folderState: 'present',
    movedTo: null,
    interpreter: null,
    frameworkVersion: '1.0.1',
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...own,
  };
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
