import type { Platform } from '../../src/service/platform/feature.js';

/** A project's row, straight in the store; answers its id. */
export function insertProject(platform: Platform, name: string): Promise<number> {
  const at = new Date().toISOString();
  return platform.store.write(async (tx) => {
    const { id } = await tx
      .insertInto('project')
      .values({
        name,
        description: null,
        status: 'active',
        root_path: null,
        folder_identity: null,
        interpreter: null,
        deleted_at: null,
        version: 1,
        created_at: at,
        updated_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Stores one change of project `id`, as any feature would. */
export function touchProject(platform: Platform, id: number, version: number): Promise<void> {
  return platform.store.write((tx) =>
    platform.events.append(tx, { type: 'project_updated', projectId: id, id, version }),
  );
}
