import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Datasource } from '../../../protocol/datasources.js';
import { AppError } from '../../platform/problem.js';
import type { DatasourceService } from '../datasourceService.js';
import { sqlToolsOf } from './sqlTools.js';

/** Files of SQL into and out of a database, by the programs that fit it. */
export class SqlFiles {
  constructor(private readonly service: DatasourceService) {}

  async load(id: number, file: string): Promise<Datasource> {
    await this.requireRunning(id);
    requireAbsolute(file);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true) return this.service.begin(id, 'load', { path: file });
    throw new AppError('not-found', `There is no file ${file}.`, 'Choose another file.');
  }

  async dump(id: number, file: string): Promise<Datasource> {
    await this.requireRunning(id);
    requireAbsolute(file);
    const folder = await stat(path.dirname(file)).catch(() => null);
    if (folder?.isDirectory() === true) return this.service.begin(id, 'dump', { path: file });
    throw new AppError('not-found', `There is no folder ${path.dirname(file)}.`, 'Make it first.');
  }

  private async requireRunning(id: number): Promise<void> {
    const { type, name, connection_type: way, status } = await this.service.row(id);
    if (way !== 'file' && sqlToolsOf(type) === null) {
      throw new AppError(
        'not-for-this-datasource',
        `“${name}” is no SQL database.`,
        'Use the shell of the datasource.',
      );
    }
    // A server of somebody else is asked when it is needed.
    if (status === 'running' || way !== 'docker') return;
    const repair = 'Start it first.';
    throw new AppError('not-for-this-datasource', `“${name}” does not run.`, repair);
  }
}

function requireAbsolute(file: string): void {
  if (path.isAbsolute(file) && !file.includes('\0')) return;
  throw new AppError('invalid-request', `“${file}” is not an absolute path.`);
}
