import { after, before } from 'node:test';
import { startPostgres, type TestPostgres } from './postgres.js';
import { keepStateIn } from './serviceApp.js';

// Imported before test files: the very same tests then run over PostgreSQL.
let server: TestPostgres;
const databases = new Map<string, Promise<string>>();

before(async () => {
  server = await startPostgres();
});
after(() => server.stop());

keepStateIn((home) => {
  const known = databases.get(home) ?? server.createDatabase();
  databases.set(home, known);
  return known;
});
