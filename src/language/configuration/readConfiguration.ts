import {
  countingEntries,
  entryOf,
  textOf,
  valueAt,
  type ConfigurationDocument,
  type ConfigurationNode,
} from './configurationDocument.js';
import { expandReferences, type Environment } from './environmentReferences.js';
import { parseConfiguration } from './parseConfiguration.js';

export interface DeclaredDatasource {
  readonly name: string;
  /** As the framework would see it; undefined when it is missing or depends on a variable that is not set. */
  readonly driver: string | undefined;
  readonly database: string | undefined;
  readonly keepsHistory: boolean;
  readonly nameStart: number;
  readonly nameEnd: number;
}

export interface ServiceModule {
  readonly module: string;
  readonly start: number;
  readonly end: number;
}

/** What the rest of the language core wants to know of a project’s configuration, defaults filled in. */
export interface ProjectConfiguration {
  readonly datasources: readonly DeclaredDatasource[];
  readonly paths: {
    readonly components: string;
    readonly static: string;
    readonly uploads: string;
    readonly migrations: string;
  };
  readonly loginUrl: string;
  readonly allowsPython: boolean;
  readonly services: readonly ServiceModule[];
  readonly llm: { readonly baseUrl: string | undefined; readonly model: string | undefined };
  readonly sendsMail: boolean;
  readonly hasDefaultSender: boolean;
}

/** The facts of a configuration, broken ones as far as they can be read. */
export function readConfiguration(
  source: string | ConfigurationDocument,
  environment: Environment = {},
): ProjectConfiguration {
  const { content } = typeof source === 'string' ? parseConfiguration(source) : source;
  const text = (...path: string[]): string | undefined =>
    known(valueAt(content, path), environment);
  const python = valueAt(content, ['security', 'python_scripting']);
  return {
    datasources: datasourcesOf(content, environment),
    paths: {
      components: text('paths', 'components') ?? './components',
      static: text('paths', 'static') ?? './static',
      uploads: text('paths', 'uploads') ?? 'uploads',
      migrations: text('paths', 'migrations') ?? 'migrations',
    },
    loginUrl: text('security', 'login_url') ?? '/login',
    allowsPython:
      python === undefined
        ? isOn(environment['QUANTUM_PYTHON_SCRIPTING'])
        : python.kind === 'scalar' && python.value === true,
    services: servicesOf(entryOf(content, 'services')?.value),
    llm: {
      baseUrl: environment['QUANTUM_LLM_BASE_URL'] ?? text('llm', 'base_url'),
      model:
        environment['QUANTUM_LLM_DEFAULT_MODEL'] ??
        text('llm', 'model') ??
        text('llm', 'default_model'),
    },
    sendsMail: known(valueAt(content, ['mail', 'host']), environment) !== undefined,
    hasDefaultSender: text('mail', 'from') !== undefined,
  };
}

const isOn = (value = ''): boolean =>
  ['1', 'true', 'yes', 'on'].includes(value.trim().toLowerCase());

/** Text with its references replaced; undefined when there is none, or it depends on what is not set. */
function known(node: ConfigurationNode | undefined, environment: Environment): string | undefined {
  const text = textOf(node);
  const expanded = text === undefined ? undefined : expandReferences(text, environment);
  return expanded === '' ? undefined : expanded;
}

function datasourcesOf(
  content: ConfigurationNode | undefined,
  environment: Environment,
): DeclaredDatasource[] {
  const section = entryOf(content, 'datasources')?.value;
  if (section?.kind !== 'mapping') return [];
  return countingEntries(section).map(({ name, key, value }) => {
    const history = valueAt(value, ['history']);
    return {
      name,
      driver: known(valueAt(value, ['driver']), environment),
      database: known(valueAt(value, ['database']), environment),
      keepsHistory: history?.kind === 'scalar' && history.value === true,
      nameStart: key.start,
      nameEnd: key.end,
    };
  });
}

function servicesOf(node: ConfigurationNode | undefined): ServiceModule[] {
  const items = node?.kind === 'sequence' ? node.items : node === undefined ? [] : [node];
  return items.flatMap((item) => {
    const module = textOf(item);
    return module === undefined ? [] : [{ module, start: item.start, end: item.end }];
  });
}
