import ajvCompiler, { type BuildCompilerFromPool } from '@fastify/ajv-compiler';
import { once } from './once.js';

type ValidatorCompiler = ReturnType<BuildCompilerFromPool>;
type Validate = ((data: unknown) => unknown) & Pick<ReturnType<ValidatorCompiler>, 'errors'>;

/** What the wire is held to: unknown fields are errors and the first error answers. */
const strict = { removeAdditional: false, allErrors: false } as const;

const isBody = (route: unknown): boolean =>
  typeof route === 'object' && route !== null && 'httpPart' in route && route.httpPart === 'body';

/**
 * Compiles request schemas, each at its first request: all of them together would be a third of a start.
 * A JSON body says what it means, so nothing in it is converted or filled in; parameters of paths and
 * queries are text and become the type their schema asks for.
 */
export function validatorFactory(): BuildCompilerFromPool {
  const build = ajvCompiler();
  return (externalSchemas) => {
    const forBodies = once(() =>
      build(externalSchemas, {
        customOptions: { ...strict, useDefaults: false, coerceTypes: false },
      }),
    );
    const forText = once(() =>
      build(externalSchemas, {
        customOptions: { ...strict, useDefaults: true, coerceTypes: true },
      }),
    );
    // Of what Ajv's functions carry, Fastify reads `errors` alone.
    return ((route) =>
      atFirstUse(() => (isBody(route) ? forBodies() : forText())(route))) as ValidatorCompiler;
  };
}

/** Fastify reads the errors from the very function it called. */
function atFirstUse(compile: () => ReturnType<ValidatorCompiler>): Validate {
  const compiled = once(compile);
  const validate: Validate = (data) => {
    const check = compiled();
    const verdict = check(data);
    validate.errors = check.errors;
    return verdict;
  };
  return validate;
}
