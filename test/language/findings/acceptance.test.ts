import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { codeInfo } from '../../../src/language/findings/codes.js';
import type { Dialect } from '../../../src/language/syntax/document.js';
import { PageGenerator, printed } from '../../support/generatedPages.js';
import { mutateText, mutateTree } from '../../support/mutations.js';
import { judgePages } from '../../support/pageJudge.js';
import { Random } from '../../support/random.js';
import { count, seed as soakSeed, soaking } from '../../support/slice.js';
import { findingsOf } from './findingsOf.js';

interface File {
  readonly name: string;
  readonly text: string;
  readonly dialect: Dialect;
}

/** The slice is the same every time; the soak goes where nobody has been. */
const seed = soaking ? soakSeed : 20_261_125;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

function shippedFiles(folder: string): File[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.q'))
    .map((name) => ({
      name: path.join(folder, name),
      text: readFileSync(path.join(root, folder, name), 'utf8'),
      dialect: name.endsWith('.test.q') ? 'test' : 'page',
    }));
}

const catalogue = catalogueFor(null);

/** A file of its own for every seed: half of them as they should be, half with a mistake or two. */
function generated(dialect: Dialect, runs: number): File[] {
  return Array.from({ length: runs }, (_, index) => {
    const random = new Random(seed + index);
    const generator = new PageGenerator(catalogue, random);
    const elements = dialect === 'test' ? generator.tests() : [generator.page()];
    const mutations = random.chance(0.45) ? 0 : 1 + random.below(3);
    const inText = random.chance(0.25);
    for (let at = 0; at < mutations && !inText; at += 1) {
      mutateTree(random.pick(elements), catalogue, random);
    }
    let text = elements.map((element) => printed(element, random)).join('\n');
    for (let at = 0; at < mutations && inText; at += 1) text = mutateText(text, random);
    return { name: `seed ${seed + index}`, text, dialect };
  });
}

/** The codes for which we say that the framework refuses a file. */
function refusals({ text, dialect }: File): string[] {
  return findingsOf(text, dialect)
    .map(({ code }) => code)
    .filter((code) => codeInfo(code).consequence === 'parse');
}

/** Where we say otherwise and mean to. Each is shown by an example, so that none outlives its reason. */
const exceptions = [
  {
    reason: 'It looks for raw tags before it reads any tag: in quotes, too, they begin a script.',
    example: '<q:component name="p"><p title="a<script>b">x</p><script>1</script></q:component>',
    isMeant: (text: string): boolean => /=\s*"[^"]*<(?:script|style)\b[^"]*"/.test(text),
  },
  {
    reason:
      'A section begins in quotes for it as well, and code behind its mark is not mended any more.',
    example:
      '<q:component name="p"><p title="a<![CDATA[b">x</p><q:function name="a"><q:pyclass name="i">x = 1 < 2</q:pyclass></q:function></q:component>',
    isMeant: (text: string): boolean => /=\s*"[^"]*<!\[CDATA\[[^"]*"/.test(text),
  },
];

/** Where we and the framework differ, with what either says. */
async function differing(files: readonly File[]): Promise<{ lines: string[]; accepted: number }> {
  const verdicts = await judgePages(files);
  const lines = files.flatMap((file, index) => {
    const verdict = verdicts[index] ?? null;
    const ours = refusals(file);
    if (ours.length > 0 === (verdict !== null)) return [];
    if (exceptions.some(({ isMeant }) => isMeant(file.text))) return [];
    return [
      `${file.name}: we ${ours.join(' ') || 'accept'}, it ${verdict ?? 'accepts'}\n${file.text}`,
    ];
  });
  return { lines, accepted: verdicts.filter((verdict) => verdict === null).length };
}

async function agreesOn(files: readonly File[]): Promise<void> {
  const { lines, accepted } = await differing(files);
  const said = `of ${files.length} (seed ${seed})`;
  assert.ok(accepted > files.length * 0.3, `only ${accepted} ${said} are accepted`);
  assert.deepEqual(lines.slice(0, 3), [], `${lines.length} ${said} differ`);
}

describe('what we say the framework refuses', () => {
  it('is what it refuses, in the files we ship', async () => {
    const files = [...shippedFiles('samples'), ...shippedFiles('media/templates')];
    assert.ok(files.length > 20);
    assert.deepEqual((await differing(files)).lines, []);
  });

  for (const { reason, example, isMeant } of exceptions) {
    it(`but for one thing: ${reason}`, async () => {
      assert.ok(isMeant(example));
      assert.deepEqual(refusals({ name: '', text: example, dialect: 'page' }), []);
      assert.match(
        (await judgePages([{ text: example, dialect: 'page' }]))[0] ?? '',
        /not well-formed/,
      );
    });
  }

  it('is what it refuses, in pages of every kind with mistakes of every kind', async () => {
    await agreesOn(generated('page', count(1_500, 20_000)));
  });

  it('is what it refuses, in tests with mistakes of every kind', async () => {
    await agreesOn(generated('test', count(500, 10_000)));
  });
});
