import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { projectCodes } from '../../../src/language/findings/rules/project/projectCodes.js';
import { checkFiles } from '../../../src/language/project/checkFiles.js';
import { frameworkPages } from '../../support/frameworkPages.js';
import { folderTexts } from '../project/folderTexts.js';

function alarms(files: ReadonlyMap<string, string>): string[] {
  return [...checkFiles({ files, catalogue: catalogueFor(null) })].flatMap((file) =>
    file.kind === 'page'
      ? file.findings
          .filter(({ code }) => Object.hasOwn(projectCodes, code))
          .map(({ code, message }) => `${file.path} ${code}: ${message}`)
      : [],
  );
}

for (const folder of ['samples/storefront', 'media/templates/crud', 'media/templates/website'])
  test(`nothing is wrong in ${folder}`, () => {
    const files = folderTexts(folder);
    assert.ok(files.size > 3);
    assert.deepEqual(alarms(files), []);
  });

test('nothing is wrong in the pages that the framework brings along', async () => {
  const files = folderTexts(path.join(await frameworkPages(), 'components'), 'components/');
  assert.equal(files.size, 17);
  assert.deepEqual(alarms(files), []);
});
