import { appendFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { Job } from '../../src/protocol/jobs.js';
import { createFeatures as productFeatures } from '../../src/service/features.js';
import type { Feature, Platform } from '../../src/service/platform/feature.js';

interface Count {
  readonly steps: number;
  readonly file: string;
}

/**
 * A resumable job that writes each of its steps into a file, and a write that does something anew each
 * time it is asked: for tests that look whether anything was left out or done twice.
 */
function countingFeature(platform: Platform): Feature {
  platform.jobs.register<Count>({
    name: 'test.count',
    resumable: true,
    async run({ data, signal, resumedFrom, checkpoint }) {
      for (let step = Number(resumedFrom ?? 0) + 1; step <= data.steps; step++) {
        signal.throwIfAborted();
        await appendFile(data.file, `${step}\n`);
        await checkpoint(step);
        await pause(40);
      }
    },
  });
  return {
    name: 'counting',
    routes(app) {
      app.post(
        '/api/test/count',
        {
          config: { auth: 'token' },
          schema: {
            operationId: 'startCounting',
            summary: 'Counts',
            tags: ['test'],
            body: Type.Object({ steps: Type.Integer(), file: Type.String() }),
            response: { 202: Job },
          },
        },
        async (request, reply) => {
          const job = { name: 'test.count', title: 'Count', projectId: null, data: request.body };
          return reply
            .code(202)
            .send(await platform.store.write((tx) => platform.jobs.enqueue(tx, job)));
        },
      );
      app.post(
        '/api/test/notes',
        {
          config: { auth: 'token' },
          schema: {
            operationId: 'addNote',
            summary: 'Adds an endpoint to a project, also one that is there',
            tags: ['test'],
            body: Type.Object({ projectId: Type.Integer(), note: Type.String() }),
            response: { 201: Type.Object({ note: Type.String() }) },
          },
        },
        async (request, reply) => {
          const { projectId, note } = request.body;
          await platform.store.write((tx) =>
            tx
              .insertInto('endpoint')
              .values({ project_id: projectId, component_id: null, method: 'GET', path: note })
              .execute(),
          );
          return reply.code(201).send({ note });
        },
      );
    },
  };
}

/** Takes the place of the product's list in a build for tests. */
export const createFeatures: typeof productFeatures = (platform, context) => [
  ...productFeatures(platform, context),
  countingFeature(platform),
];
