import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Components in a folder; the folders are numbered. */
const perFolder = 100;
const importsEach = 5;
const linesEach = 55;

/** A component of the generated project: `Part00042` in `area00`. */
interface Part {
  readonly folder: string;
  readonly name: string;
}

/**
 * Writes a project of `files` components into `root`, always the same one: 55 lines of about forty
 * characters each, five imports of components that come earlier, queries, parameters and links.
 * Answers how many bytes the components have.
 */
export async function writeGeneratedProject(root: string, files: number): Promise<number> {
  await mkdir(path.join(root, 'migrations'), { recursive: true });
  await writeFile(path.join(root, 'quantum.config.yaml'), configuration);
  await writeFile(path.join(root, 'migrations', 'V001_items.sql'), migration);
  const components = path.join(root, 'components');
  let bytes = 0;
  for (let from = 0; from < files; from += perFolder) {
    await mkdir(path.join(components, partAt(from).folder), { recursive: true });
    const indexes = Array.from({ length: Math.min(perFolder, files - from) }, (_, at) => from + at);
    await Promise.all(
      indexes.map((index) => {
        const { folder, name } = partAt(index);
        const text = componentText(index);
        bytes += text.length;
        return writeFile(path.join(components, folder, `${name}.q`), text);
      }),
    );
  }
  return bytes;
}

const configuration = `datasources:
  db:
    driver: sqlite
    database: ./data/items.db
`;

const migration = `CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  amount INTEGER NOT NULL DEFAULT 0,
  part TEXT
);
`;

function partAt(index: number): Part {
  const folder = `area${String(Math.floor(index / perFolder)).padStart(2, '0')}`;
  return { folder, name: `Part${String(index).padStart(5, '0')}` };
}

/** Components before this one, spread over the project. */
function importedBy(index: number): Part[] {
  const distances = [1, 7, 53, 411, 2999];
  return distances.slice(0, importsEach).map((distance) => partAt(Math.max(0, index - distance)));
}

/** The text of one component: `linesEach` lines. */
export function componentText(index: number): string {
  const parts = index === 0 ? [] : importedBy(index);
  const unique = [...new Map(parts.map((part) => [part.name, part])).values()];
  const lines = [
    `<q:component name="Part${index}">`,
    ...unique.map(({ name, folder }) => `  <q:import component="${name}" from="${folder}" />`),
    '  <q:param name="title" type="string" default="" />',
    '  <q:param name="limit" type="integer" default="10" />',
    '  <q:query name="items" datasource="db">',
    '    SELECT id, title, amount FROM items',
    '    WHERE part = :part ORDER BY title LIMIT 20',
    '    <q:param name="part" value="{title}" type="string" />',
    '  </q:query>',
    `  <q:set name="total" value="{len(items) + ${index}}" />`,
    '  <section class="part" id="items">',
    ...unique.map(({ name }) => `    <${name} title="{title}" limit="5" />`),
    '    <q:loop query="items">',
    '      <article class="row">',
    '        <h3>{items.title}</h3>',
    '        <p class="muted">{items.amount} left of {total}</p>',
    '      </article>',
    '    </q:loop>',
  ];
  while (lines.length < linesEach - 2) {
    const at = lines.length;
    lines.push(`    <p class="note">Line ${at} of {limit}</p>`);
  }
  lines.push('  </section>', '</q:component>', '');
  return lines.join('\n');
}
