import { declaredTables, type DeclaredTable } from '../../language/components/columns.js';
import { testFacts, type TestFacts } from '../../language/components/testFacts.js';
import { ProjectIndex } from '../../language/project/projectIndex.js';
import { configurationFile, roleOf } from '../../language/project/roles.js';
import { isSameState, stampsBelow, type FileStamp } from '../../workspace/fileStamps.js';
import { textOf } from './readProject.js';

/** What a graph needs beside the components: tests, and the tables of migrations. */
export interface Sources {
  readonly tests: readonly TestFacts[];
  readonly tables: ReadonlyMap<string, DeclaredTable>;
}

interface KnownFile {
  readonly stamp: FileStamp;
  readonly text: string;
  readonly tests: readonly TestFacts[];
}

/** The tests and migrations of a project; only files that changed since are read again. */
export class ProjectSources {
  private files = new Map<string, KnownFile>();
  private sources: Sources = { tests: [], tables: new Map() };

  constructor(private readonly root: string) {}

  /** They as they are on disk now: the same object while no file of them is another. */
  async read(): Promise<Sources> {
    const files: typeof this.files = new Map();
    let isSame = true;
    for (const stamp of await stampsBelow(this.root, '')) {
      const { path } = stamp;
      const isTest = path.endsWith('.test.q');
      if (!isTest && path !== configurationFile && roleOf(path) !== 'sql') continue;
      const known = this.files.get(path);
      if (known && isSameState(known.stamp, stamp)) files.set(path, known);
      else {
        isSame = false;
        const text = await textOf(this.root, path);
        if (text !== null)
          files.set(path, { stamp, text, tests: isTest ? testFacts(path, text) : [] });
      }
    }
    if (isSame && files.size === this.files.size) return this.sources;
    this.files = files;
    const tests = [...files.values()].flatMap((file) => file.tests);
    return (this.sources = { tests, tables: this.tables() });
  }

  /** Migrations tell the tables of the only datasource; with several nobody knows whose they are. */
  private tables(): Sources['tables'] {
    const index = new ProjectIndex();
    for (const [path, { text }] of this.files) if (!path.endsWith('.q')) index.setText(path, text);
    const [datasource] = index.configuration?.datasources ?? [];
    const tables = datasource ? index.tables(datasource.name) : null;
    return tables ? declaredTables(tables, (path) => this.files.get(path)?.text ?? '') : new Map();
  }
}
