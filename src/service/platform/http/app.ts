// For what it adds to route schemas: operationId, summary, tags. The plugin itself runs only in scripts/openapi.ts.
import type {} from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { StreamRegistry } from '../events/streamRegistry.js';

/** `token`: bearer token (or the cookie of `quantum-admin open`). `hmac`: a signed body. `none`: open. */
export type RouteAuth = 'token' | 'hmac' | 'none';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says who may call it; start-up fails when one does not. */
    auth?: RouteAuth;
    /** The roadmap's unprefixed paths that answer the same. */
    aliases?: readonly string[];
    /** True for the few routes that answer while the service hands over to a successor. */
    duringDrain?: boolean;
  }
  interface FastifyInstance {
    /** Open streams: what idle exit counts, and what a shutdown says goodbye to. */
    streams: StreamRegistry;
  }
}

/** The Fastify instance features register their routes on: types follow from the TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
