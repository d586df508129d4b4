/**
 * Modules that become files of their own and are loaded on first use, by a dynamic `import()`.
 * They alone may import a heavy package eagerly. Shared by the bundler and the linter.
 */
export const chunks = [
  'src/client/nodeWebSocket.ts',
  'src/extension/language/languageClient.ts',
  'src/service/platform/store/sqljs/sqljsEngine.ts',
  'src/service/platform/store/postgres/postgresEngine.ts',
  'src/service/platform/docker/dockerEngine.ts',
  'src/service/datasources/adopt/adminDatabase.ts',
  'src/service/datasources/drivers/postgresqlDriver.ts',
  'src/service/datasources/drivers/mysqlDriver.ts',
  'src/service/datasources/drivers/mongodbDriver.ts',
  'src/service/datasources/drivers/redisDriver.ts',
  'src/server/ast/treeSitter.ts',
  'src/server/features/embeddedCss.ts',
  'src/server/features/embeddedEmmet.ts',
  'src/server/features/embeddedHtml.ts',
  'src/server/codeFormatters.ts',
  'src/server/editorConfig.ts',
  'src/workspace/folderWatcher.ts',
  'src/cli/check/runCheck.ts',
];
