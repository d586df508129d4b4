import type { FindingSeverity } from './configurationFinding.js';

export interface ConfigurationCodeFacts {
  readonly severity: FindingSeverity;
  readonly summary: string;
  /** The framework does not start with such a configuration. */
  readonly stopsServer: boolean;
}

const stops = (summary: string): ConfigurationCodeFacts => ({
  severity: 'error',
  summary,
  stopsServer: true,
});
const fails = (summary: string): ConfigurationCodeFacts => ({
  severity: 'error',
  summary,
  stopsServer: false,
});
const warns = (summary: string): ConfigurationCodeFacts => ({
  severity: 'warning',
  summary,
  stopsServer: false,
});
const tells = (severity: 'hint' | 'information', summary: string): ConfigurationCodeFacts => ({
  severity,
  summary,
  stopsServer: false,
});

/** Every finding about `quantum.config.yaml`; each code has a page in docs/diagnostics. */
export const configurationCodes = {
  'config-yaml-syntax': stops('The file is no YAML the framework can read.'),
  'config-tab': stops('A tab stands where the framework’s YAML reader takes none.'),
  'config-not-a-mapping': stops('The file holds a list or a single value instead of sections.'),
  'config-wrong-type': stops('A value of this type stops the server at start.'),
  'config-empty-section': stops('A section without keys stops the server at start.'),
  'config-key-not-text': stops('A key that is a number, a boolean or a date stops the server.'),
  'config-reference-not-text': stops(
    '`${…}` gives text where the server wants a number or a boolean.',
  ),
  'config-datasource-type': stops('`type` alone does not name a datasource’s driver.'),
  'config-datasource-driver-missing': stops('A datasource without `driver` stops the server.'),
  'config-datasource-database-missing': stops('A datasource without `database` stops the server.'),
  'config-login-url': stops('`login_url` is no path on this server.'),
  'config-log-format': stops('The log format names no field.'),
  'config-unset-variable': {
    severity: 'warning',
    summary: 'A `${…}` without a default is not set; the server stops wherever that is so.',
    stopsServer: true,
  },
  'config-malformed-reference': warns('What looks like a `${…}` stays as it is written.'),
  'config-unusable-type': warns(
    'The server starts, and what reads the value fails or misreads it.',
  ),
  'config-port-range': fails('A port outside 1–65535.'),
  'config-driver-name': fails('A driver in a spelling that only migrations understand.'),
  'config-driver-unknown': fails('A driver the framework does not have.'),
  'config-port-text': fails('MySQL takes no port that is text.'),
  'config-mysql-port': warns('MySQL without a port is looked for at PostgreSQL’s.'),
  'config-user-key': warns('Pages do not read `user`; the key is `username`.'),
  'config-history-driver': warns('History is kept on SQLite only.'),
  'config-memory-database': warns('A `:memory:` database is new for every request.'),
  'config-database-url': warns('`database` takes a file or a name, no URL.'),
  'config-driver-limits': tells('information', 'What this driver cannot do: migrations.'),
  'config-path-override': tells('information', 'An environment variable replaces this `database`.'),
  'config-unknown-section': warns('Nothing reads a section of this name.'),
  'config-unknown-key': warns('Nothing reads a key of this name.'),
  'config-unread-key': tells('hint', 'The framework knows the key and reads it nowhere.'),
  'config-older-key': tells('hint', 'An older name of a key.'),
  'config-duplicate-key': warns('A key is written twice; the last one counts.'),
  'config-unknown-value': warns('A value the framework does not know.'),
  'config-service-module': fails('A service module that is no dotted Python name.'),
  'config-mail-host': warns('Mail without a host cannot be sent.'),
  'config-mail-port': warns('Port 465 wants a TLS the framework does not speak.'),
  'config-debug-exposed': warns('Debug mode is switched off on a host that others reach.'),
  'config-literal-secret': tells('hint', 'A secret stands in the file itself.'),
} as const satisfies Record<string, ConfigurationCodeFacts>;

export type ConfigurationCode = keyof typeof configurationCodes;
