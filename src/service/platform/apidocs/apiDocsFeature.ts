import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Type } from 'typebox';
import { closed } from '../../../protocol/common.js';
import type { Feature } from '../feature.js';
import type { App } from '../http/app.js';
import { AppError } from '../problem.js';
import { pagePolicy, redocPage, startScripts, swaggerPage } from './pages.js';

const fileTypes: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'redoc.standalone.js': 'text/javascript; charset=utf-8',
  'swagger-start.js': 'text/javascript; charset=utf-8',
  'redoc-start.js': 'text/javascript; charset=utf-8',
};
const text = (description: string, ...types: string[]): unknown => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
});

async function readAsset(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const name = path.basename(file);
    throw new AppError(
      'not-found',
      `${name} is missing from this installation.`,
      'Install the extension anew, or run npm run build in a checkout.',
    );
  }
}

/** The API's document and two ways to read it, from files beside the program: no network is asked. */
export function apiDocsFeature(assetsDirectory: string): Feature {
  const pageRoute = (app: App, url: string, operationId: string, html: string): void => {
    app.get(
      url,
      {
        config: { auth: 'token' },
        schema: {
          operationId,
          summary: 'The API, to read and to try in a browser',
          tags: ['documentation'],
          response: { 200: text('A page', 'text/html') },
        },
      },
      (_request, reply) =>
        reply
          .header('content-security-policy', pagePolicy)
          .type('text/html; charset=utf-8')
          .send(html),
    );
  };

  function documentRoute(app: App): void {
    app.get(
      '/openapi.json',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'getOpenApi',
          summary: 'This API as an OpenAPI 3.1 document',
          tags: ['documentation'],
          response: {
            200: {
              description: 'The document',
              content: {
                'application/json': { schema: Type.Unknown() },
              },
            },
          },
        },
      },
      async (_request, reply) =>
        reply
          .type('application/json; charset=utf-8')
          .send(await readAsset(path.join(assetsDirectory, 'openapi.json'))),
    );
  }

  function assetRoute(app: App): void {
    app.get(
      '/apidocs/:file',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'getDocumentationFile',
          summary: 'A file of the documentation pages',
          tags: ['documentation'],
          params: Type.Object({ file: Type.String({ maxLength: 100 }) }, closed),
          response: { 200: text('The file', 'text/css', 'text/javascript') },
        },
      },
      async ({ params }, reply) => {
        const type = Object.hasOwn(fileTypes, params.file) ? fileTypes[params.file] : undefined;
        if (type === undefined) throw new AppError('not-found', `There is no file ${params.file}.`);
        const content =
          startScripts[params.file] ??
          (await readAsset(path.join(assetsDirectory, 'apidocs', params.file)));
        return reply.type(type).send(content);
      },
    );
  }

  return {
    name: 'apidocs',
    routes(app) {
      documentRoute(app);
      pageRoute(app, '/docs', 'getSwaggerPage', swaggerPage);
      pageRoute(app, '/redoc', 'getRedocPage', redocPage);
      assetRoute(app);
    },
  };
}
