import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { AppError } from '../../platform/problem.js';

/** A connector of the framework's admin, as far as it may be a datasource. */
export interface AdminConnector {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly database: string;
  /** Projects that may use it; null: all of them. */
  readonly projects: readonly number[] | null;
  /** It made this container itself. */
  readonly container: string;
  /** Names of options that only that Admin reads. */
  readonly options: readonly string[];
}

const fileName = 'quantum_admin.db';
const largest = 256 * 1024 * 1024;

/** The bytes of a `quantum_admin.db`, and where it lies: the file itself or a folder that has it was named. */
export async function findAdminDatabase(
  asked: string,
): Promise<{ readonly bytes: Uint8Array; readonly folder: string }> {
  const places = [asked, path.join(asked, fileName), path.join(asked, '.quantum-admin', fileName)];
  for (const place of places) {
    const found = await stat(place).catch(() => null);
    if (found?.isFile() !== true) continue;
    if (found.size > largest) throw refuse(`${place} is larger than a database of an Admin is.`);
    const journal = await stat(`${place}-wal`).catch(() => null);
    if (journal !== null && journal.size > 0) {
      throw refuse(
        `${place} is in use: part of it lies in a journal beside it.`,
        'End that Admin.',
      );
    }
    return { bytes: await readFile(place), folder: path.dirname(place) };
  }
  throw new AppError('not-found', `There is no ${fileName} at ${asked}.`, 'Name the file itself.');
}

/** The connectors beside that database; none where there is no such file. */
export async function readConnectors(folder: string): Promise<AdminConnector[]> {
  const file = path.join(folder, 'settings', 'connectors.yaml');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return [];
  const entries = parsed(file, text);
  if (!Array.isArray(entries)) return [];
  return entries.filter(isObject).map((entry) => {
    const said = (field: string): string => {
      const value = entry[field];
      return typeof value === 'string' ? value : '';
    };
    const number = (field: string): number | null => {
      const value = entry[field];
      return typeof value === 'number' ? value : null;
    };
    const application = number('application_id');
    return {
      ...{ id: said('id'), name: said('name'), provider: said('provider'), host: said('host') },
      ...{ username: said('username'), password: said('password'), database: said('database') },
      port: number('port') ?? 0,
      projects: application === null ? null : [application],
      container: said('docker_container_id'),
      options: isObject(entry['options']) ? Object.keys(entry['options']) : [],
    };
  });
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw refuse(`${file} is no YAML: ${(error as Error).message}`, 'Mend the file.');
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const refuse = (detail: string, repair = 'Name another file.'): AppError =>
  new AppError('invalid-request', detail, repair);
