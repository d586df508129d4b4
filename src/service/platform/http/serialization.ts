import { SerializerSelector, type SerializerFactory } from '@fastify/fast-json-stringify-compiler';
import { once } from './once.js';

/** Compiles the schemas of answers, each at its first answer; see `validatorFactory`. */
export function serializerFactory(): SerializerFactory {
  const build = SerializerSelector();
  return (externalSchemas, options) => {
    const compile = build(externalSchemas, options);
    return (route) => {
      const serialize = once(() => compile(route));
      return (document: unknown) => serialize()(document);
    };
  };
}
