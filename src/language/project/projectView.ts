import type { ComponentSummary } from './componentSummary.js';
import type { Table } from './tables.js';

/** What a document can know of the project around it. Pure questions; answers are those of the moment. */
export interface ProjectView {
  /** Grows whenever an answer may have changed. */
  readonly revision: number;
  readonly configuration: ConfigurationView | null;
  /** The component a call `<name>` of the file at `from` means, by the framework's search. */
  component(name: string, from: string): ComponentSummary | null;
  /** Every `.q` file, by its path from the project's root with `/`. */
  readonly files: ReadonlyMap<string, ComponentSummary>;
  /** The page that answers a request for `path` (`/a/b?c` without its query), null when none does. */
  page(path: string): ComponentSummary | null;
  /** Whether a file lies there, by its path from the root. */
  hasFile(path: string): boolean;
  /** Tables as migrations and `schema.sql` leave them; null where they could not be read. */
  tables(datasource: string): ReadonlyMap<string, Table> | null;
}

/** What rules need of `quantum.config.yaml`; `readConfiguration` answers more. */
export interface ConfigurationView {
  readonly datasources: readonly { readonly name: string; readonly driver: string | null }[];
  readonly loginUrl: string;
  readonly allowsPython: boolean;
}
