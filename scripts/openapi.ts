import swagger from '@fastify/swagger';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { pino } from 'pino';
import { apiVersion } from '../src/protocol/version.js';
import { buildApp } from '../src/service/app.js';
import { createFeatures } from '../src/service/features.js';
import { detachedControl } from '../src/service/platform/lifecycle/serviceControl.js';
import { StoredEventLog } from '../src/service/platform/events/storedEventLog.js';
import { StreamRegistry } from '../src/service/platform/events/streamRegistry.js';
import { sessionCookie } from '../src/service/platform/http/credential.js';
import type { App } from '../src/service/platform/http/app.js';
import { StoredJobQueue } from '../src/service/platform/jobs/storedJobQueue.js';
import { StoredSecrets } from '../src/service/platform/secrets/secrets.js';
import { openStore } from '../src/service/platform/store/openStore.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const documentFile = path.join(root, 'src/protocol/openapi.json');
export const typesFile = path.join(root, 'src/protocol/openapi.generated.ts');

const description = `The HTTP API of the Quantum Admin service.

Every answer that is no success is an RFC 9457 problem document with a \`code\` to act on, a \`detail\`
and often a \`repair\` for a person, and the id of the request. Unknown fields in a body are refused.
Timestamps are UTC in ISO 8601, ids are integers and never used twice.`;

async function describe(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Quantum Admin', version: apiVersion, description, license: { name: 'MIT' } },
      servers: [{ url: '/', description: 'The service this document came from' }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'The token file’s content' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookie,
            description: 'Set by `quantum-admin open`',
          },
        },
      },
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) =>
        typeof schema['$id'] === 'string' ? schema['$id'] : `schema${index}`,
    },
  });
}

const sorted = <T>(record: Record<string, T> | undefined): Record<string, T> =>
  Object.fromEntries(Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The document of the whole product, from the routes as they are registered. */
async function describeProduct(home: string): Promise<OpenAPI3> {
  const log = pino({ level: 'silent' });
  const now = (): Date => new Date();
  const fail = (reason: Error): never => {
    throw reason;
  };
  const store = await openStore({ directory: path.join(home, 'store'), now, onFatal: fail });
  try {
    const events = await StoredEventLog.open({ store, log, now });
    const filesDirectory = path.join(home, 'files');
    const jobs = new StoredJobQueue({ store, events, log, now, filesDirectory });
    const secrets = new StoredSecrets({ store, now, keyFile: path.join(home, 'encryption.key') });
    const platform = { store, events, jobs, secrets, log, now, filesDirectory };
    const identity = { version: '0.0.0', apiVersion, epoch: store.epoch, startedAt: now(), home };
    const context = {
      identity,
      token: 'unused',
      streams: new StreamRegistry(),
      assetsDirectory: path.join(root, 'dist'),
      control: detachedControl(),
    };
    const features = createFeatures(platform, context);
    const app = await buildApp({
      platform,
      features,
      ...context,
      isDraining: () => false,
      prepare: describe,
    });
    await app.ready();
    const document = app.swagger() as OpenAPI3;
    await app.close();
    const schemas = sorted(document.components?.schemas);
    return {
      ...document,
      paths: sorted(document.paths),
      components: { ...document.components, schemas },
    };
  } finally {
    await store.close();
  }
}

/** Text of both generated files, as they should be committed. */
export async function generateOpenApi(): Promise<{ document: string; types: string }> {
  const home = await mkdtemp(path.join(tmpdir(), 'quantum-admin-openapi-'));
  try {
    const document = await describeProduct(home);
    const types = astToString(await openapiTS(document));
    return {
      document: `${JSON.stringify(document, null, 2)}\n`,
      types: `// Made by \`npm run openapi\` from the service's schemas.\n${types}`,
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { document, types } = await generateOpenApi();
  for (const [file, text] of [
    [documentFile, document],
    [typesFile, types],
  ] as const) {
    const before = await readFile(file, 'utf8').catch(() => '');
    if (before !== text) await writeFile(file, text);
    console.log(`${path.relative(root, file)}: ${before === text ? 'unchanged' : 'written'}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
