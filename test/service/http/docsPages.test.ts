import assert from 'node:assert/strict';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Request } from 'playwright-core';
import { documentFile } from '../../../scripts/openapi.js';
import { launchChromium } from '../../../scripts/lib/chromium.js';
import { cleanUp } from '../../support/cleanup.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';

/** What the build puts into dist/ for the pages (esbuild.mjs). */
async function pageAssets(folder: string): Promise<void> {
  const modules = path.resolve(path.dirname(documentFile), '../../node_modules');
  await mkdir(path.join(folder, 'apidocs'));
  for (const file of [
    'swagger-ui-dist/swagger-ui.css',
    'swagger-ui-dist/swagger-ui-bundle.js',
    'redoc/bundles/redoc.standalone.js',
  ]) {
    await cp(path.join(modules, file), path.join(folder, 'apidocs', path.basename(file)));
  }
  await cp(documentFile, path.join(folder, 'openapi.json'));
}

test('a browser let in by a code reads and tries the API, and asks nobody else', async (t) => {
  const assetsDirectory = await temporaryFolder(t, 'docs');
  await pageAssets(assetsDirectory);
  const service = await startTestApp(t, { assetsDirectory });
  const base = await service.url();
  const browser = await launchChromium((line) => t.diagnostic(line));
  cleanUp(t, () => browser.close());
  const page = await browser.newPage();
  const elsewhere: Request[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) elsewhere.push(request);
  });
  page.on('pageerror', (error) => errors.push(error.message));

  assert.equal((await page.goto(`${base}/docs`))?.status(), 401);
  const answer = await service.app.inject({
    method: 'POST',
    url: '/api/service/codes',
    headers: service.authorized,
  });
  const { code } = answer.json<{ code: string }>();
  await page.goto(`${base}/open?code=${code}`);
  assert.equal(page.url(), `${base}/docs`);
  await page.locator('#operations-tag-jobs').click();
  await page.locator('#operations-jobs-listJobs').click();
  await page.locator('.try-out__btn').click();
  await page.locator('button.execute').click();
  await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();

  await page.goto(`${base}/redoc`);
  await page.getByRole('heading', { name: 'Jobs, newest first' }).waitFor();
  assert.deepEqual(errors, []);
  // Redoc asks for its maker's logo; the page's policy stops that before anything is sent.
  const sent = elsewhere.filter((request) => request.failure()?.errorText !== 'csp');
  assert.deepEqual(
    sent.map((request) => request.url()),
    [],
  );
});
