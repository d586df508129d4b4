import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { schemaFile, schemaText } from '../../../scripts/configurationSchema.js';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import { configurationCodes } from '../../../src/language/configuration/codes.js';
import type { ConfigurationNode } from '../../../src/language/configuration/configurationDocument.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { manifest } from '../../manifest/manifest.js';
import { configurationPages, root } from './pages.js';
import { places, values, withValue } from './places.js';

const committed = readFileSync(schemaFile, 'utf8');
const ajv = new Ajv({ strict: false, allErrors: true });
const validate = ajv.compile(JSON.parse(committed) as object);
const isValid = (text: string): boolean => validate(plainValue(parseConfiguration(text).content));

/** What the framework’s YAML reader makes of a value; dates as text. */
function plainValue(node: ConfigurationNode | undefined): unknown {
  if (node?.kind === 'mapping')
    return Object.fromEntries(node.entries.map(({ name, value }) => [name, plainValue(value)]));
  return node?.kind === 'sequence' ? node.items.map(plainValue) : (node?.value ?? null);
}

test('the committed schema is what `npm run configuration-schema` makes', () => {
  assert.equal(committed, schemaText());
});

test('the schema is for the file of this name and goes into the package', () => {
  const [{ fileMatch, url } = { fileMatch: [], url: '' }] = manifest.contributes.yamlValidation;
  assert.deepEqual(fileMatch, ['quantum.config.yaml']);
  assert.equal(path.join(root, url), schemaFile);
  assert.match(
    readFileSync(path.join(root, '.vscodeignore'), 'utf8'),
    /^!media\/schemas\/\*\.json$/m,
  );
});

test('the schema takes our samples, templates and every right example of the pages', () => {
  const files = [
    'samples/storefront/quantum.config.yaml',
    ...['blank', 'crud', 'website'].map((name) => `media/templates/${name}/quantum.config.yaml`),
  ].map((file) => readFileSync(path.join(root, file), 'utf8'));
  for (const text of [...files, ...configurationPages().map(({ clean }) => clean)])
    assert.ok(isValid(text), `${text}\n${ajv.errorsText(validate.errors)}`);
});

test('the schema takes no value that stops the framework, wherever its type can tell', () => {
  /** What the type of a value does not show. */
  const unseen = ['config-unset-variable', 'config-log-format', 'config-login-url'];
  let refused = 0;
  for (const { path: place } of places)
    // JSON knows no dates.
    for (const value of values.filter((one) => one !== '2020-01-01')) {
      const text = withValue(place, value);
      const stopping = checkConfiguration(parseConfiguration(text)).filter(
        ({ code }) => configurationCodes[code].stopsServer && !unseen.includes(code),
      );
      if (stopping.length === 0) continue;
      refused += 1;
      assert.ok(!isValid(text), text);
    }
  assert.ok(refused > 300);
});

test('every key and section of the schema is described', () => {
  const visit = (schema: Record<string, unknown>): void => {
    const properties = schema['properties'] as Record<string, Record<string, unknown>> | undefined;
    for (const [name, property] of Object.entries(properties ?? {})) {
      assert.match(String(property['description']), /^[A-Z].*\.$/, name);
      visit(property);
    }
    const additional = schema['additionalProperties'];
    if (typeof additional === 'object' && additional !== null)
      visit(additional as Record<string, unknown>);
  };
  visit(JSON.parse(committed) as Record<string, unknown>);
});
