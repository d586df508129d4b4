import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import { configurationCodes } from '../../../src/language/configuration/codes.js';
import type { ConfigurationCode } from '../../../src/language/configuration/codes.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { judgeConfigurations } from '../../support/configurationJudge.js';
import { configurationPages } from './pages.js';

const pages = configurationPages();

function codesIn(text: string, environment: Readonly<Record<string, string>>): string[] {
  return checkConfiguration(parseConfiguration(text), { environment }).map(({ code }) => code);
}

test('every finding about the configuration has its page, and every page its finding', () => {
  assert.deepEqual(pages.map(({ code }) => code).sort(), Object.keys(configurationCodes).sort());
});

for (const { code, text, environment, found, clean } of pages) {
  const facts = configurationCodes[code as ConfigurationCode];
  test(`the page of ${code} says what the code says, and its examples are what it is about`, () => {
    assert.ok(text.startsWith(`# ${code}\n`));
    assert.ok(text.replaceAll(/\s+/g, ' ').includes(facts.summary), facts.summary);
    assert.ok(text.toLowerCase().includes(`*${facts.severity}.*`), facts.severity);
    assert.ok(codesIn(found, environment).includes(code), codesIn(found, environment).join(' '));
    const left = checkConfiguration(parseConfiguration(clean), { environment });
    assert.deepEqual(
      left.filter((one) => one.code === code || one.severity === 'error'),
      [],
    );
  });
}

test('the framework refuses the examples of exactly those codes that stop the server', async () => {
  const examples = pages.flatMap(({ code, environment, found, clean }) => [
    { code, text: found, environment, isFound: true },
    { code, text: clean, environment, isFound: false },
  ]);
  const answers = await judgeConfigurations(examples);
  for (const [index, { code, isFound }] of examples.entries()) {
    const isRefused = answers[index]!.refused !== null;
    const facts = configurationCodes[code as ConfigurationCode];
    assert.equal(
      isRefused,
      isFound && facts.stopsServer,
      `${code}: ${JSON.stringify(answers[index])}`,
    );
  }
});
