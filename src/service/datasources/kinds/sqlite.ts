import type { Kind } from './kind.js';

/** A file of the project: nothing to install, nothing to start. */
export const sqlite: Kind = {
  type: 'sqlite',
  title: 'SQLite',
  images: [],
  connectionTypes: ['file'],
  inFramework: true,
  port: null,
  databaseName: 'data/app.db',
  username: null,
  administrator: null,
  driver: async () => (await import('../drivers/sqliteDriver.js')).sqliteDriver,
  url: ({ database }) => `sqlite:${database}`,
  config: ({ database }) => ({ driver: 'sqlite', database }),
  shell: ({ database }) => ({ inContainer: [], outside: ['sqlite3', database] }),
};
