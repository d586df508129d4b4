import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BridgeError } from '../../../framework/bridgeError.js';
import type { Observed, Probed } from '../../../framework/bridgeMessages.js';
import { routeOf } from '../../../language/components/endpointsOf.js';
import { pageFacts } from '../../../language/components/pageFacts.js';
import { catalogueFor } from '../../../language/catalogue/catalogueFor.js';
import { readConfiguration } from '../../../language/configuration/readConfiguration.js';
import { ProjectPaths } from '../../../language/project/projectPaths.js';
import { configurationFile } from '../../../language/project/roles.js';
import {
  brokenActions,
  brokenPages,
  type BrokenPage,
} from '../../../language/tests/brokenPages.js';
import { testOutline } from '../../../language/tests/testOutline.js';
import type { BrokenCheck, GeneratedTest, GenerateTest } from '../../../protocol/testGeneration.js';
import { readText } from '../../../workspace/readText.js';
import { AppError } from '../../platform/problem.js';
import type { TestBridge } from '../testBridge.js';
import type { TestEnvironment, TestPlace } from '../testEnvironment.js';
import { draftTest, type DraftedTest } from './draftTest.js';

/** What the framework answers where the page, not the framework, is in the way. */
const ofPage = ['no-address', 'no-such-action', 'unsupported', 'unreadable'];

interface Asked {
  readonly page: string;
  readonly action: string | null;
  readonly address: string | null;
  readonly pattern: string;
  readonly role: string | null;
  readonly broken: readonly BrokenPage[];
}

/** No test can come of it; `message` says why. */
class NoTest extends Error {
  constructor(
    message: string,
    readonly draft: {
      readonly text: string;
      readonly broken: readonly BrokenCheck[];
    } | null = null,
  ) {
    super(message);
  }
}

/** Writes tests from what pages show and do. */
export class TestGenerator {
  constructor(private readonly environment: TestEnvironment) {}

  /**
   * Writes a test for a page or an action when it passes and fails with each thing broken that can be seen.
   * @throws AppError when the page is not there, or the framework does not answer
   */
  generate(projectId: number, request: GenerateTest): Promise<GeneratedTest> {
    return this.environment.ask(projectId, async (worker, place) => {
      const target = await targetOf(place.root, request);
      try {
        const { text, broken } = await this.tried(worker, place, request, target);
        const line = await append(path.join(place.root, target.file), target.existing, text);
        return { ...told(target), accepted: true, reason: null, line, text, broken: [...broken] };
      } catch (error) {
        const reason = whyNot(error);
        if (reason === null) throw error;
        const draft = error instanceof NoTest ? error.draft : null;
        const { text, broken } = draft ?? { text: '', broken: [] };
        return { ...told(target), accepted: false, reason, line: null, text, broken: [...broken] };
      }
    });
  }

  private async tried(
    worker: TestBridge,
    { root, frameworkVersion }: TestPlace,
    request: GenerateTest,
    target: Target,
  ): Promise<{ readonly text: string; readonly broken: readonly BrokenCheck[] }> {
    const asked = await askedOf(root, frameworkVersion, request);
    const { broken, role, page } = asked;
    const variants = broken.map(({ text }) => text);
    const probed = await worker.probe({ ...asked, file: page, variants });
    const whole = wholeOf(probed, asked.action);
    const seen = { ...probed, role, whole, broken: probed.seen.slice(1) };
    const draft = draftTest(target.name, seen);
    const told = draft.tells.map((tells) => (tells ? 'seen' : null));
    if (told[0] === null) throw new NoTest(unseen(asked), { text: draft.text, broken: [] });
    return this.judged(worker, asked, target, draft);
  }

  /** Runs the draft with the page as it stands, and with each thing broken that can be seen. */
  private async judged(
    worker: TestBridge,
    { page, broken }: Asked,
    { file, name }: Target,
    { text, tells }: DraftedTest,
  ): Promise<{ readonly text: string; readonly broken: readonly BrokenCheck[] }> {
    const telling = broken.filter((_, at) => tells[at] === true);
    const variants = [null, ...telling.map((one) => one.text)];
    const { results } = await worker.tryTest({ file, name, source: text, page, variants });
    const [whole, ...others] = results;
    const failed = new Map(telling.map((one, at) => [one, others[at]?.passed === false]));
    const checks = broken.map((one): BrokenCheck => {
      return { what: one.what, name: one.name, noticed: failed.get(one) ?? null };
    });
    const draft = { text, broken: checks };
    if (whole?.passed !== true) {
      const message = `The test does not pass a second time: ${whole?.message ?? ''}`;
      throw new NoTest(message, draft);
    }
    const missed = checks.filter(({ noticed }) => noticed === false);
    if (missed.length > 0) {
      throw new NoTest(
        `The test passes as well when ${missed.map(brokenly).join(', and when ')}.`,
        draft,
      );
    }
    return draft;
  }
}

interface Target {
  readonly file: string;
  /** What it holds; '' when it is not there. */
  readonly existing: string;
  readonly name: string;
}

const told = ({ file, name }: Target) => ({ file, name });

/** Beside the application’s other tests, in a file called like the page. */
async function targetOf(root: string, { page, action }: GenerateTest): Promise<Target> {
  const below = page.replace(/^components\//, '').replace(/\.q$/, '');
  const slug = below.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'index';
  const file = `tests/${slug}.test.q`;
  const reading = await readText(path.join(root, file));
  const existing = reading.kind === 'text' ? reading.text : '';
  const taken = new Set(testOutline(existing).map(({ name }) => name));
  const wanted =
    action === undefined ? `${below} shows what it holds` : `${below}: ${action} goes through`;
  let name = wanted;
  for (let next = 2; taken.has(name); next += 1) name = `${wanted} (${next})`;
  return { file, existing, name };
}

async function askedOf(
  root: string,
  release: string | null,
  request: GenerateTest,
): Promise<Asked> {
  const { page, action = null, address = null } = request;
  const file = path.resolve(root, page);
  const isInside = file.startsWith(`${root}${path.sep}`) && page.endsWith('.q');
  const reading = isInside ? await readText(file) : null;
  if (reading?.kind !== 'text') {
    throw new AppError(
      'not-found',
      `The project has no page ${page}.`,
      'Name it from the project’s folder, as components/index.q.',
    );
  }
  const { text } = reading;
  const { refusal, guard } = pageFacts(page, text, catalogueFor(release));
  if (refusal !== null) throw new NoTest(`The page is not valid. ${refusal}`);
  const configuration = await readText(path.join(root, configurationFile));
  const settings =
    configuration.kind === 'text' ? readConfiguration(configuration.text, process.env) : null;
  const pattern = routeOf(new ProjectPaths(settings).belowComponents(page));
  if (pattern === null) {
    throw new NoTest(
      'This component answers no address by itself: it is tested with the pages that use it.',
    );
  }
  const broken = action === null ? brokenPages(text) : brokenActions(text, action);
  const role = guard === null ? null : (guard.role ?? '');
  return { page, action, address, pattern, role, broken };
}

/** What the page shows as it stands. @throws NoTest when that is nothing to build on */
function wholeOf({ seen, address, form }: Probed, action: string | null): Observed {
  const [whole] = seen;
  if (whole === undefined) throw new NoTest(`${address} answered nothing.`);
  const { status, failure, errors } = whole;
  const refused = Object.entries(errors).map(([field, message]) => `${field}: ${message}`);
  if (refused.length > 0) {
    const sent = Object.entries(form ?? {}).map(([key, value]) => `${key}="${value}"`);
    throw new NoTest(
      `The action refused what was sent (${sent.join(' ')}): ${refused.join('; ')}.`,
    );
  }
  if (failure !== null) throw new NoTest(failure);
  if (status >= 400) throw new NoTest(`${address} answered ${status}.`);
  if (action === null && whole.location !== null) {
    throw new NoTest(`${address} leads on to ${whole.location}: it shows nothing itself.`);
  }
  return whole;
}

function unseen({ action, broken }: Asked): string {
  if (broken.length === 0) return 'There is nothing in it that could be broken.';
  return action === null
    ? 'What the page shows is the same without its content: there is nothing a test could look at.'
    : 'Whether the action does anything cannot be seen: it leads to the same page, with the same words and rows.';
}

function brokenly({ what, name }: BrokenCheck): string {
  switch (what) {
    case 'content':
      return 'the page draws nothing';
    case 'query':
      return `the query “${name}” finds no rows`;
    case 'action':
      return `the action “${name}” does nothing`;
    case 'step':
      return `${name} is left out of the action`;
  }
}

function whyNot(error: unknown): string | null {
  if (error instanceof NoTest) return error.message;
  return error instanceof BridgeError && ofPage.includes(error.code) ? error.message : null;
}

/** Adds the test at the end of its file; answers its line. */
async function append(file: string, existing: string, text: string): Promise<number> {
  const before = existing === '' ? '' : `${existing.trimEnd()}\n\n`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, before + text);
  return before.split('\n').length;
}
