/** A folder with what lies in it; the outermost has no path. */
export interface Folder<Row> {
  /** From the project's folder, with `/`. */
  readonly path: string;
  /** As it is called inside of the folder around it: more than one name where nothing else lies between. */
  readonly label: string;
  readonly folders: readonly Folder<Row>[];
  readonly rows: readonly Row[];
}

interface Open<Row> {
  readonly folders: Map<string, Open<Row>>;
  readonly rows: Row[];
}

/** Rows by the folders they lie in, in the order they come. */
export function foldersOf<Row>(rows: readonly Row[], folderOf: (row: Row) => string): Folder<Row> {
  const outermost: Open<Row> = { folders: new Map(), rows: [] };
  for (const row of rows) {
    const names = folderOf(row)
      .split('/')
      .filter((name) => name !== '');
    let at = outermost;
    for (const name of names) {
      const inner = at.folders.get(name) ?? { folders: new Map(), rows: [] };
      at.folders.set(name, inner);
      at = inner;
    }
    at.rows.push(row);
  }
  return closed('', '', outermost);
}

function closed<Row>(path: string, label: string, { folders, rows }: Open<Row>): Folder<Row> {
  const [only, ...others] = folders;
  if (path !== '' && rows.length === 0 && only !== undefined && others.length === 0) {
    const [name, inner] = only;
    return closed(`${path}/${name}`, `${label}/${name}`, inner);
  }
  const inside = [...folders].map(([name, inner]) =>
    closed(path === '' ? name : `${path}/${name}`, name, inner),
  );
  return { path, label, folders: inside, rows };
}
