import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import type { Dialect } from '../../../src/language/syntax/document.js';
import { PageGenerator, printed, type Written } from '../../support/generatedPages.js';
import { mutateText } from '../../support/mutations.js';
import { compareTrees, type Comparison } from '../../support/pageTrees.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { Random } from '../../support/random.js';
import { count, seed } from '../../support/slice.js';
import { formatted, type Formatting } from './formatted.js';

interface File {
  readonly name: string;
  readonly text: string;
  readonly dialect: Dialect;
}

const repository = path.join(import.meta.dirname, '../../..');

/** Ways people set their editors. */
const ways: readonly Formatting[] = [
  {},
  { unit: '\t', tabWidth: 4, width: 80 },
  { unit: '    ', tabWidth: 4, width: 40 },
  { width: 1 },
  { lineEnd: '\r\n', trimsTrailingSpace: false, endsWithNewline: false },
];

function filesIn(folder: string): File[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.q'))
    .map((name) => ({
      name,
      text: readFileSync(path.join(folder, name), 'utf8'),
      dialect: name.endsWith('.test.q') ? 'test' : 'page',
    }));
}

/** The `.q` files of the framework's own package. */
async function frameworksFiles(): Promise<File[]> {
  const environment = path.dirname(path.dirname(await quantumPython()));
  return filesIn(path.join(environment, 'lib'));
}

const catalogue = catalogueFor(null);

/** White space of every kind between what a generated element holds. */
function spaced(written: Written, random: Random): Written {
  if (typeof written === 'string') return written;
  const gap = () => random.pick(['', '', ' ', '\n', '\n  ', '\n\n\n    ', ' \t\n\t', '\r\n  ']);
  const children = written.children.flatMap((child) => [gap(), spaced(child, random)]);
  return { ...written, children: children.length > 0 ? [...children, gap()] : [] };
}

function generated(runs: number, isBroken: boolean): File[] {
  return Array.from({ length: runs }, (_, index) => {
    const random = new Random(seed + index);
    const generator = new PageGenerator(catalogue, random);
    const dialect: Dialect = random.chance(0.15) ? 'test' : 'page';
    const elements = dialect === 'test' ? generator.tests() : [generator.page()];
    let text = elements.map((one) => printed(spaced(one, random), random)).join('\n');
    for (let left = isBroken ? 1 + random.below(3) : 0; left > 0; left -= 1) {
      text = mutateText(text, random);
    }
    return { name: `seed ${seed + index}`, text, dialect };
  });
}

function assertIdempotent(files: readonly File[]): void {
  for (const { name, text, dialect } of files) {
    for (const way of ways) {
      const once = formatted(text, { ...way, dialect });
      assert.equal(formatted(once, { ...way, dialect }), once, `${name} ${JSON.stringify(way)}`);
    }
  }
}

/** Formats each file in one of the ways, all of them in turn, and asks the framework about it. */
async function compared(files: readonly File[]): Promise<Comparison[]> {
  const pairs = files.map(({ text, dialect }, index) => ({
    before: text,
    after: formatted(text, { ...ways[index % ways.length], dialect }),
    dialect,
  }));
  const answers = await compareTrees(pairs);
  for (const [index, { differs }] of answers.entries()) {
    const { name, text } = files[index]!;
    assert.equal(differs, null, `${name}: ${differs}\n${text}\n  became\n${pairs[index]!.after}`);
  }
  return answers;
}

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');

describe(`formatting (seed ${seed})`, () => {
  const shipped = [
    ...filesIn(path.join(repository, 'samples')),
    ...filesIn(path.join(repository, 'media/templates')),
  ];

  it('twice is formatting once, and the framework sees no difference in the files we ship', async () => {
    assert.ok(shipped.length > 50);
    assertIdempotent(shipped);
    for (let turn = 0; turn < ways.length; turn += 1) {
      const answers = await compared([...shipped.slice(turn), ...shipped.slice(0, turn)]);
      assert.ok(answers.every(({ refused }) => !refused));
    }
  });

  it('twice is formatting once, and the framework sees no difference in its own files', async () => {
    const files = await frameworksFiles();
    assert.ok(files.length >= 17);
    assertIdempotent(files);
    await compared(files);
  });

  it('twice is formatting once, and the framework sees no difference in pages of every kind', async () => {
    const files = generated(count(300, 10_000), false);
    assertIdempotent(files);
    const answers = await compared(files);
    const taken = answers.filter(({ refused }) => !refused).length;
    assert.ok(taken > files.length / 2, `only ${taken} of ${files.length} are accepted`);
  });

  it('moves nothing but white space in broken pages, and stays where it is the second time', async () => {
    const files = generated(count(300, 10_000), true);
    assertIdempotent(files);
    for (const { name, text, dialect } of files) {
      assert.equal(withoutSpace(formatted(text, { dialect })), withoutSpace(text), name);
    }
    await compared(files);
  });
});
