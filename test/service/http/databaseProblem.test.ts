import assert from 'node:assert/strict';
import test from 'node:test';
import { databaseProblem } from '../../../src/service/platform/http/databaseProblem.js';

const postgres = (code: string, constraint: string): Error =>
  Object.assign(new Error('duplicate key value violates unique constraint'), { code, constraint });

test('both engines’ broken constraints mean the same to a caller', () => {
  const codes = [
    new Error('UNIQUE constraint failed: project.name'),
    postgres('23505', 'project_name_unique'),
    new Error('UNIQUE constraint failed: project.root_path'),
    postgres('23505', 'project_root_path_unique'),
    new Error('FOREIGN KEY constraint failed'),
    postgres('23503', 'job_project_id_fkey'),
    postgres('22021', ''),
    new Error('no such table: project'),
  ].map((error) => databaseProblem(error)?.code ?? null);
  assert.deepEqual(codes, [
    'name-taken',
    'name-taken',
    'conflict',
    'conflict',
    'conflict',
    'conflict',
    'invalid-request',
    null,
  ]);
});
