import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';

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
}

/** The Fastify instance features register their routes on: types follow from the TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
