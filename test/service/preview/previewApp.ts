import assert from 'node:assert/strict';
import path from 'node:path';
import type { TestContext } from 'node:test';
import pino from 'pino';
import type { Installation } from '../../../src/framework/installation.js';
import type { PreviewAsset, PreviewPage, PreviewRequest } from '../../../src/protocol/preview.js';
import type { Problem } from '../../../src/protocol/problems.js';
import type { Project } from '../../../src/protocol/projects.js';
import { environmentsFeature } from '../../../src/service/environments/feature.js';
import { previewFeature } from '../../../src/service/preview/feature.js';
import { projectsFeature } from '../../../src/service/projects/feature.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { startTestApp } from '../../support/serviceApp.js';

const repository = path.join(import.meta.dirname, '../../..');

export interface PreviewApp {
  readonly render: (request: PreviewRequest) => Promise<PreviewPage>;
  /** @throws when it is drawn. */
  readonly refused: (request: PreviewRequest) => Promise<Problem>;
  readonly asset: (url: string) => Promise<PreviewAsset>;
  /** Sets a variable of the project. */
  readonly setVariable: (key: string, value: string) => Promise<void>;
}

/** The previews of one project over the real framework; `limitMs` is the service's own unless a page is to exceed it. */
export async function startPreviews(
  t: TestContext,
  root: string,
  limitMs?: number,
): Promise<PreviewApp> {
  const found: Installation = {
    interpreter: { path: await quantumPython(), pythonVersion: '3.13.0', source: 'setting' },
    version: '1.0.1',
    problem: null,
  };
  const { app, authorized } = await startTestApp(t, {
    features: (platform) => {
      const room = projectsFeature(platform, {
        templatesDirectory: path.join(repository, 'media/templates'),
        findInstallation: () => Promise.resolve(found),
        findPython: () => Promise.resolve(null),
      });
      const { projects } = room;
      const { variables, ...environments } = environmentsFeature(platform, {
        project: (id) => projects.row(id),
        given: (id) => variables.inForce(id),
      });
      const preview = previewFeature({
        ...{ projects, events: platform.events },
        variables: {
          of: async (id) => ({ ...process.env, ...(await variables.inForce(id)) }),
        },
        bridgeScript: path.join(repository, 'python/quantum_bridge/__main__.py'),
        log: pino({ enabled: false }),
        ...(limitMs === undefined ? {} : { limitMs }),
      });
      return [room, preview, { variables, ...environments }];
    },
  });
  const send = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({ method, url, headers: authorized, ...(payload ? { payload } : {}) });
  const opened = await send('POST', '/api/projects/open', { rootPath: root });
  const { id } = opened.json<Project>();
  const url = `/api/projects/${id}/preview`;
  return {
    render: async (request) => {
      const answer = await send('POST', url, request);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<PreviewPage>();
    },
    refused: async (request) => {
      const answer = await send('POST', url, request);
      assert.ok(answer.statusCode >= 400, answer.body);
      return answer.json<Problem>();
    },
    setVariable: async (key, value) => {
      const answer = await send('POST', `/api/projects/${id}/environment-variables`, {
        key,
        value,
      });
      assert.equal(answer.statusCode, 201, answer.body);
    },
    asset: async (asked) => {
      const answer = await send('GET', `${url}/asset?url=${encodeURIComponent(asked)}`);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<PreviewAsset>();
    },
  };
}
