import type { ComponentUse } from './componentSearch.js';
import type { ComponentSummary } from './componentSummary.js';
import type { Service } from './services.js';
import type { Tables } from './tables.js';

/** What a document can know of the project around it. Pure questions; answers are those of the moment. */
export interface ProjectView {
  /** Grows whenever an answer may have changed. */
  readonly revision: number;
  readonly configuration: ConfigurationView | null;
  /** Every `.q` file, by its path from the project's root with `/`. */
  readonly files: ReadonlyMap<string, ComponentSummary>;
  /** The component a call `<name>` of the file at `from` means, by the framework's search. */
  component(name: string, from: string): ComponentSummary | null;
  /** The component that `<q:import component= from=>` means, wherever it stands. */
  imported(component: string, from: string | null): ComponentSummary | null;
  /** Calls and imports of the component at `path`, in all files. */
  usesOf(path: string): readonly ComponentUse[];
  /** The page that answers a request for `path` (`/a/b?c` without its query), null when none does. */
  page(path: string): ComponentSummary | null;
  /** Whether a page may answer `path`, whose `{…}` stand for any text: false only when none can. */
  mayAnswer(path: string): boolean;
  /** Whether a file lies there, by its path from the root. In folders nobody read, each is taken to be there. */
  hasFile(path: string): boolean;
  /** Every file that was read or seen, of any kind. */
  readonly allFiles: ReadonlySet<string>;
  /** The path below the components folder of a file; null for one that lies elsewhere. */
  componentPath(path: string): string | null;
  /** Where a new component of that path below the components folder goes, from the root. */
  newComponentPath(below: string): string | null;
  /** Where the file served at `/static/<below>` lies, from the root; null outside of the project. */
  staticPath(below: string): string | null;
  /** Services of Python modules by name; null where they cannot all be told. */
  services(): ReadonlyMap<string, Service> | null;
  /** Tables as migrations and `schema.sql` leave them; null where they could not be read. */
  tables(datasource: string): Tables | null;
}

/** What rules need of `quantum.config.yaml`; `readConfiguration` answers more. */
export interface ConfigurationView {
  readonly datasources: readonly {
    readonly name: string;
    readonly driver: string | undefined;
    readonly keepsHistory: boolean;
  }[];
  readonly paths: {
    readonly components: string;
    readonly static: string;
    readonly migrations: string;
  };
  readonly services: readonly { readonly module: string }[];
  readonly loginUrl: string;
  readonly allowsPython: boolean;
  readonly llm: { readonly model: string | undefined };
  readonly sendsMail: boolean;
}
