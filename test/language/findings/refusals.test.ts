import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { codeInfo } from '../../../src/language/findings/codes.js';
import { DocumentFindings } from '../../../src/language/findings/documentFindings.js';
import { rangeOf, type Finding } from '../../../src/language/findings/finding.js';
import { pageRules, refusalRules, type RuleSet } from '../../../src/language/findings/rules.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';

const rows = JSON.parse(
  readFileSync(path.join(__dirname, 'brokenRows.json'), 'utf8'),
) as readonly (readonly (readonly [body: string, ...found: string[]])[])[];
const bodies = rows.flat().map(([body]) => body);
const pages = bodies.map((body) =>
  /^<q:(?:component|application)/.test(body) ? body : `<q:component name="p">${body}</q:component>`,
);

function refused(text: string, rules: RuleSet): string[] {
  const document = new SyntaxDocument(text, 'page');
  const findings = new DocumentFindings(document, catalogueFor(null), 'components/p.q', rules);
  return findings.all().filter(isRefused).map(said).sort();
}

function isRefused({ code }: Finding): boolean {
  const { consequence, severity } = codeInfo(code);
  return consequence === 'parse' && severity === 'error';
}

function said(finding: Finding): string {
  const { start, end } = rangeOf(finding);
  return `${start}-${end} ${finding.code} ${finding.message}`;
}

test('the rules about refusals find every refusal that all rules find', () => {
  let count = 0;
  for (const page of pages) {
    const all = refused(page, pageRules);
    assert.deepEqual(refused(page, refusalRules), all, page);
    count += all.length;
  }
  assert.ok(count > 40, `${count} refusals`);
});

test('a guard is refused where the page has actions and it reads a variable of the page', () => {
  const guard = '<q:set name="a" value="1"/><q:if condition="a"><q:redirect url="/"/></q:if>';
  const page = (more: string): string => `<q:component name="p">${guard}${more}</q:component>`;
  const [found, ...others] = refused(page('<q:action name="go"/>'), refusalRules);
  assert.match(found ?? '', /guard-reads-page/);
  assert.deepEqual(others, []);
  assert.deepEqual(refused(page(''), refusalRules), []);
});
