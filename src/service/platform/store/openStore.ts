import type { OpenStoreOptions, Store } from './store.js';

/**
 * Opens the store, recovers what a crash left, and migrates to the newest schema. Each engine is
 * a chunk of its own, loaded only when it is the one in use.
 * @throws StoreUnavailableError when the place, the owner or the schema's version forbids it.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  if (options.postgresUrl !== undefined) {
    const { openPostgresStore } = await import('./postgres/postgresEngine.js');
    return openPostgresStore({ ...options, postgresUrl: options.postgresUrl });
  }
  const { openSqljsStore } = await import('./sqljs/sqljsEngine.js');
  return openSqljsStore(options);
}
