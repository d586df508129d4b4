import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import type { ConfigurationFix } from '../../../src/language/configuration/configurationFinding.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { configurationPages } from './pages.js';

export function applied(text: string, { edits }: ConfigurationFix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

/** Findings whose cure only the author knows. */
const withoutFix = new Set([
  'config-not-a-mapping',
  'config-log-format',
  'config-port-range',
  'config-driver-unknown',
  'config-memory-database',
  'config-driver-limits',
  'config-path-override',
  'config-unread-key',
  'config-unknown-value',
  'config-unknown-key',
  'config-mail-host',
  'config-mysql-port',
]);

for (const { code, environment, found } of configurationPages()) {
  test(`each fix of ${code} does away with it and breaks nothing`, () => {
    const check = (text: string) => checkConfiguration(parseConfiguration(text), { environment });
    const before = check(found);
    const fixes = before.filter((one) => one.code === code).flatMap((one) => one.fixes);
    assert.equal(fixes.length > 0, !withoutFix.has(code));
    for (const fix of fixes) {
      const after = check(applied(found, fix));
      const left = (findings: typeof before): number =>
        findings.filter((one) => one.code === code).length;
      assert.ok(left(after) < left(before), `${fix.title}\n${applied(found, fix)}`);
      const errors = (findings: typeof before): number =>
        findings.filter(({ severity }) => severity === 'error').length;
      assert.ok(errors(after) <= errors(before), `${fix.title}\n${applied(found, fix)}`);
    }
  });
}
