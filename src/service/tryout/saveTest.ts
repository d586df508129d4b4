import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestOutcome } from '../../framework/bridgeMessages.js';
import type { SavedTest, SaveTestRequest } from '../../protocol/tryout.js';
import { AppError } from '../platform/problem.js';
import type { PreviewBridge } from '../preview/previewBridge.js';
import { inside, refusal } from '../preview/previewService.js';
import type { Sent } from './exchange.js';
import { testText } from './testText.js';

/**
 * Writes a test of the request and runs it: what it expects is what came of it on a database that was
 * migrated from nothing, as tests have it. The file is as it was where the test does not pass.
 *
 * @throws AppError saying why there is no test
 */
export async function saveTest(
  { root, bridge }: { readonly root: string; readonly bridge: PreviewBridge },
  { name, testFile, request }: SaveTestRequest,
  exchange: Sent,
): Promise<SavedTest> {
  const file = inside(root, testFile);
  const text = testText(name, request, exchange);
  const before = await readFile(file, 'utf8').catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return null;
    throw error;
  });
  const kept = before === null || before.trim() === '' ? '' : `${before.trimEnd()}\n\n`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, kept + text);
  try {
    const outcome = await bridge
      .call<TestOutcome>('runTest', { file: testFile, name })
      .catch((error: unknown) => {
        throw refusal(error);
      });
    if (!outcome.passed) throw notGreen(outcome.message);
    return { testFile, line: kept.split('\n').length, text, ms: outcome.ms };
  } catch (error) {
    await (before === null ? rm(file, { force: true }) : writeFile(file, before));
    throw error;
  }
}

function notGreen(message: string): AppError {
  return new AppError(
    'conflict',
    `The test does not pass when it is run, and was not saved: ${message}`,
    'What it needs may not be in the migrations, or may be otherwise each time.',
  );
}
