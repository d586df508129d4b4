import ajvCompiler, { type BuildCompilerFromPool } from '@fastify/ajv-compiler';

/** What the wire is held to: unknown fields are errors and the first error answers. */
const strict = { removeAdditional: false, allErrors: false } as const;

const isBody = (route: unknown): boolean =>
  typeof route === 'object' && route !== null && 'httpPart' in route && route.httpPart === 'body';

/**
 * Compiles request schemas. A JSON body says what it means, so nothing in it is converted or filled in;
 * parameters of paths and queries are text and become the type their schema asks for.
 */
export function validatorFactory(): BuildCompilerFromPool {
  const build = ajvCompiler();
  return (externalSchemas) => {
    const forBodies = build(externalSchemas, {
      customOptions: { ...strict, useDefaults: false, coerceTypes: false },
    });
    const forText = build(externalSchemas, {
      customOptions: { ...strict, useDefaults: true, coerceTypes: true },
    });
    return (route) => (isBody(route) ? forBodies(route) : forText(route));
  };
}
