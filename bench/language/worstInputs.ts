import { catalogueFor } from '../../src/language/catalogue/catalogueFor.js';
import { DocumentFindings } from '../../src/language/findings/documentFindings.js';
import { SyntaxDocument } from '../../src/language/syntax/document.js';
import { spread, type BenchResult } from '../bench.js';

/** Texts that make readers slow, each of `n` parts. */
const worst: Readonly<Record<string, (n: number) => string>> = {
  'unclosed tags': (n) => '<a>'.repeat(n),
  'unclosed tags on lines': (n) => '<a>\n'.repeat(n),
  'crossed tags': (n) => '<a><b></a></b>'.repeat(n),
  'stray end tags': (n) => `<p>${'</a>'.repeat(n)}</p>`,
  'less-than signs': (n) => `<p>${'< '.repeat(n)}</p>`,
  'unclosed quotes': (n) => '<a b="\n'.repeat(n),
  'unclosed comments': (n) => '<!-- \n'.repeat(n),
  'open braces': (n) => `<p>${'{'.repeat(n)}</p>`,
  'nested parentheses': (n) => `<p>{${'('.repeat(n)}1}</p>`,
  'names set again': (n) =>
    `<q:component name="p">${'<q:set name="x" value="{x}"/>'.repeat(n)}</q:component>`,
};

const small = 20_000;
const runs = 5;

/** How the time to read and check grows from 20,000 to 40,000 parts of the worst there is. */
export function worstInputs(): BenchResult[] {
  return Object.entries(worst).map(([name, text]) => {
    const half = samples(text(small));
    const whole = samples(text(2 * small));
    const value = Math.min(...whole);
    const floor = Math.min(...half);
    const ratio = value / floor;
    return {
      name: `40,000 ${name}`,
      value,
      unit: 'ms',
      n: runs,
      spread: spread(whole),
      floor,
      ratio,
      target: '≤ 2.2 x 20,000',
      ok: ratio <= 2.2,
    };
  });
}

function samples(text: string): number[] {
  const catalogue = catalogueFor(null);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    new DocumentFindings(new SyntaxDocument(text, 'page'), catalogue).all();
    times.push(performance.now() - begin);
  }
  return times;
}
