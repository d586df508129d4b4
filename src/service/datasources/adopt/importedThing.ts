import type { ImportedThing } from '../../../protocol/datasourceAdoption.js';
import { AppError, isAppError } from '../../platform/problem.js';

/** The projects of an older Admin by their ids there, with the id here of those that were taken. */
export type Projects = ReadonlyMap<number, { readonly name: string; readonly id: number | null }>;

export const refuse = (detail: string): AppError => new AppError('invalid-request', detail);

export const thingOf = (
  thing: Pick<ImportedThing, 'name' | 'id' | 'outcome'> & Partial<ImportedThing>,
): ImportedThing => ({ project: null, environment: null, changed: [], reason: null, ...thing });

/** What was refused, with why. @throws anything that is no refusal */
export function skipped(name: string, project: string | null, error: unknown): ImportedThing {
  if (!isAppError(error)) throw error;
  return thingOf({ name, project, id: null, outcome: 'skipped', reason: error.detail });
}
