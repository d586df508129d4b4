import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { WebSocket } from 'ws';
import { Id, IdParams, closed } from '../../../protocol/common.js';
import { ServiceEvent } from '../../../protocol/events.js';
import type { Feature, Platform } from '../feature.js';
import type { App } from '../http/app.js';
import { AppError } from '../problem.js';
import { EventFeed } from './eventFeed.js';
import { type EventSink, type StreamLimits, defaultStreamLimits } from './eventSink.js';
import { SocketEventSink } from './socketEventSink.js';
import { SseEventSink } from './sseEventSink.js';
import type { StreamRegistry } from './streamRegistry.js';

export interface EventsFeatureOptions {
  readonly platform: Platform;
  readonly streams: StreamRegistry;
  readonly limits?: Partial<StreamLimits>;
}

const LastEventId = Type.Optional(
  Type.String({
    maxLength: 64,
    description: 'Id of the last event seen, where the Last-Event-ID header cannot be sent',
  }),
);
const stream = {
  200: {
    description: 'The open stream; each message is one event',
    content: { 'text/event-stream': { schema: ServiceEvent } },
  },
};

interface Wish {
  readonly projectId?: number;
  readonly lastEventId?: string | undefined;
}

/** `GET /api/events` and its kin: what happens, as it happens (docs/events.md). */
export function eventsFeature({ platform, streams, limits }: EventsFeatureOptions): Feature {
  const streamLimits = { ...defaultStreamLimits, ...limits };

  /** Joins a reader to the log for as long as he is there. `connect` makes him, told how he leaves. */
  async function join(
    request: FastifyRequest,
    wish: Wish,
    connect: (onClose: () => void) => EventSink & { end(reason: string): void },
  ): Promise<void> {
    const header = request.headers['last-event-id'];
    const lastEventId = typeof header === 'string' ? header : wish.lastEventId;
    let leave = (): void => undefined;
    const sink = connect(() => leave());
    const feed = new EventFeed(
      {
        events: platform.events,
        epoch: platform.store.epoch,
        ...(wish.projectId === undefined ? {} : { projectId: wish.projectId }),
        ...(lastEventId === undefined ? {} : { lastEventId }),
      },
      sink,
    );
    const entry = streams.add(sink);
    leave = () => {
      feed.dispose();
      entry.dispose();
    };
    try {
      await feed.start();
    } catch (error) {
      // The answer has begun, so there is no error to send: the reader comes again.
      request.log.error({ err: error }, 'events could not be replayed');
      sink.end('the events could not be read');
    }
  }

  const sse = async (request: FastifyRequest, reply: FastifyReply, wish: Wish) => {
    await join(request, wish, (onClose) => new SseEventSink(reply, streamLimits, onClose));
    return reply;
  };

  async function requireProject(id: number): Promise<void> {
    const found = await platform.store.read((db) =>
      db
        .selectFrom('project')
        .select('id')
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst(),
    );
    if (!found) throw new AppError('not-found', `There is no project ${id}.`);
  }

  function streamRoutes(app: App): void {
    app.get(
      '/api/events',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'streamEvents',
          summary: 'All events, live',
          tags: ['events'],
          querystring: Type.Object({ lastEventId: LastEventId }, closed),
          response: stream,
        },
      },
      (request, reply) => sse(request, reply, request.query),
    );
    app.get(
      '/api/projects/:id/events',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'streamProjectEvents',
          summary: 'Events of one project, live',
          tags: ['events'],
          params: IdParams,
          querystring: Type.Object({ lastEventId: LastEventId }, closed),
          response: stream,
        },
      },
      async (request, reply) => {
        const projectId = request.params.id;
        await requireProject(projectId);
        return sse(request, reply, { ...request.query, projectId });
      },
    );
  }

  function socketRoute(app: App): void {
    const querystring = Type.Object(
      { lastEventId: LastEventId, projectId: Type.Optional(Id) },
      closed,
    );
    app.route<{ Querystring: { lastEventId?: string; projectId?: number } }>({
      method: 'GET',
      url: '/api/events/socket',
      config: { auth: 'token' },
      schema: {
        operationId: 'openEventSocket',
        summary: 'The same events over a WebSocket, for where a stream is cut off',
        description: 'Messages are JSON: `{"id": "<epoch>-<seq>", "event": …}`',
        tags: ['events'],
        querystring,
        response: { 101: { description: 'Now a WebSocket', type: 'null' } },
      },
      handler: (_request, reply) => {
        reply.header('upgrade', 'websocket');
        throw new AppError(
          'upgrade-required',
          'Events come over a WebSocket here.',
          'Connect with a WebSocket, or use GET /api/events.',
        );
      },
      wsHandler: (socket: WebSocket, request) => {
        const connect = (onClose: () => void): SocketEventSink =>
          new SocketEventSink(socket, streamLimits, onClose);
        return join(request, request.query, connect);
      },
    });
  }

  return {
    name: 'events',
    routes(app) {
      streamRoutes(app);
      socketRoute(app);
    },
  };
}
