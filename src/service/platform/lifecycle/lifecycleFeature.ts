import { gt, valid } from 'semver';
import { handshakeProof } from '../../../protocol/handshakeProof.js';
import {
  DrainService,
  HandshakeAnswer,
  HandshakeRequest,
  ServiceStatus,
  StopService,
} from '../../../protocol/service.js';
import type { StreamRegistry } from '../events/streamRegistry.js';
import type { Feature, Platform } from '../feature.js';
import type { App } from '../http/app.js';
import type { ServiceIdentity } from '../http/identity.js';
import { AppError } from '../problem.js';
import type { ServiceControl } from './serviceControl.js';

export interface LifecycleOptions {
  readonly platform: Platform;
  readonly identity: ServiceIdentity;
  readonly token: string;
  readonly streams: StreamRegistry;
  readonly control: ServiceControl;
}

/** Who this service is, that it is who it says, and how it is asked to leave. */
export function lifecycleFeature(options: LifecycleOptions): Feature {
  const { platform, identity, control } = options;

  async function status(): Promise<ServiceStatus> {
    const { location, sizeBytes } = await platform.store.stats();
    return {
      pid: process.pid,
      version: identity.version,
      apiVersion: identity.apiVersion,
      epoch: identity.epoch,
      node: process.version,
      home: identity.home,
      startedAt: identity.startedAt.toISOString(),
      draining: control.draining,
      memoryBytes: process.memoryUsage.rss(),
      streams: options.streams.count,
      activeJobs: platform.jobs.active,
      store: {
        engine: platform.store.engine,
        location,
        sizeBytes,
        notices: [...platform.store.notices],
      },
    };
  }

  function handshakeRoute(app: App): void {
    app.post(
      '/api/handshake',
      {
        config: { auth: 'none', duringDrain: true },
        schema: {
          operationId: 'handshake',
          summary:
            'Proves to a client that this service knows the token, before the client sends it',
          tags: ['service'],
          body: HandshakeRequest,
          response: { 200: HandshakeAnswer },
        },
      },
      (request) => ({
        proof: handshakeProof(options.token, {
          nonce: request.body.nonce,
          epoch: identity.epoch,
          port: request.socket.localPort ?? 0,
        }),
        epoch: identity.epoch,
        pid: process.pid,
        version: identity.version,
        apiVersion: identity.apiVersion,
        draining: control.draining,
      }),
    );
  }

  function leavingRoutes(app: App): void {
    const answers = { 202: ServiceStatus };
    app.post(
      '/api/service/stop',
      {
        config: { auth: 'token', duringDrain: true },
        schema: {
          operationId: 'stopService',
          summary: 'Stops the service; jobs end at a checkpoint',
          tags: ['service'],
          body: StopService,
          response: answers,
        },
      },
      async (request, reply) => {
        control.stop(request.body.reason);
        return reply.code(202).send(await status());
      },
    );
    app.post(
      '/api/service/drain',
      {
        config: { auth: 'token', duringDrain: true },
        schema: {
          operationId: 'drainService',
          summary: 'Hands over to a newer version',
          tags: ['service'],
          body: DrainService,
          response: answers,
        },
      },
      async (request, reply) => {
        const { successorVersion } = request.body;
        if (!valid(successorVersion) || !gt(successorVersion, identity.version)) {
          throw new AppError(
            'conflict',
            `Version ${identity.version} hands over only to a newer one, not to ${successorVersion}.`,
            'Update the extension, or stop the service instead.',
          );
        }
        control.drain(successorVersion);
        return reply.code(202).send(await status());
      },
    );
  }

  return {
    name: 'lifecycle',
    routes(app) {
      app.get(
        '/api/service',
        {
          config: { auth: 'token', duringDrain: true },
          schema: {
            operationId: 'getService',
            summary: 'The running service',
            tags: ['service'],
            response: { 200: ServiceStatus },
          },
        },
        status,
      );
      handshakeRoute(app);
      leavingRoutes(app);
    },
  };
}
