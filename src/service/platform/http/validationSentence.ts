import type { FastifySchemaValidationError } from 'fastify';

const places: Record<string, string> = {
  body: 'the body',
  params: 'the path',
  querystring: 'the query',
  headers: 'the headers',
};

function fieldOf(error: FastifySchemaValidationError): string | null {
  const parts = error.instancePath.split('/').slice(1);
  const { missingProperty, additionalProperty } = error.params;
  if (typeof missingProperty === 'string') parts.push(missingProperty);
  if (typeof additionalProperty === 'string') parts.push(additionalProperty);
  return parts.length > 0 ? parts.join('.') : null;
}

/** Names the field that is wrong and what is wrong with it, in one sentence. `place`: Fastify's name of the part. */
export function validationSentence(
  errors: readonly FastifySchemaValidationError[],
  place: string,
): string {
  const where = places[place] ?? 'the request';
  const error = errors[0];
  if (!error) return `Something in ${where} is not valid.`;
  const field = fieldOf(error);
  const subject = field === null ? where : `“${field}” in ${where}`;
  const capital = subject.charAt(0).toUpperCase() + subject.slice(1);
  if (error.keyword === 'required') return `${capital} is missing.`;
  if (error.keyword === 'additionalProperties') return `${capital} is not known.`;
  if (error.keyword === 'enum' && Array.isArray(error.params['allowedValues'])) {
    return `${capital} must be one of ${error.params['allowedValues'].join(', ')}.`;
  }
  return `${capital} ${error.message ?? 'is not valid'}.`;
}
