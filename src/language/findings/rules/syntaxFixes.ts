import type { SyntaxDocument } from '../../syntax/document.js';
import { endOfNode, type Element } from '../../syntax/element.js';
import type { SyntaxProblem } from '../../syntax/problems.js';
import { endOf } from '../../syntax/token.js';
import type { Fix } from '../finding.js';

/** Ways to mend what the XML parser refuses. */
export function syntaxFixes(problem: SyntaxProblem, document: SyntaxDocument): readonly Fix[] {
  const { start, end, element } = problem;
  const { text } = document;
  const written = text.slice(start, end);
  const write = (title: string, replacement: string, isPreferred = true): Fix => ({
    title,
    edits: [{ start, end, text: replacement }],
    isPreferred,
  });
  const remove = (title: string): Fix => write(title, '', false);
  switch (problem.code) {
    case 'stray-less-than':
    case 'less-than-in-value':
      return [write('Write &lt;', '&lt;')];
    case 'bare-ampersand':
      return [write('Write &amp;', '&amp;')];
    case 'unknown-entity':
      return [write(`Write &amp;${written.slice(1)}`, `&amp;${written.slice(1)}`, false)];
    case 'cdata-end-in-text':
      return [write('Write ]]&gt;', ']]&gt;')];
    case 'unquoted-value':
      return written.includes('=') || written === '' ? [] : [write('Add quotes', `"${written}"`)];
    case 'bare-attribute':
      return [write(`Write ${written}="${written}"`, `${written}="${written}"`, false)];
    case 'missing-space':
      return [
        { title: 'Add a space', edits: [{ start, end: start, text: ' ' }], isPreferred: true },
      ];
    case 'stray-in-tag':
    case 'duplicate-attribute':
    case 'stray-end-tag':
    case 'invalid-character':
    case 'misplaced-declaration':
    case 'misplaced-doctype':
    case 'byte-order-mark':
      return [problem.code === 'duplicate-attribute' ? removeWhole(problem) : remove('Remove it')];
    case 'comment-dashes':
      return [write('Write one dash', '-')];
    case 'unclosed-quote':
      return element ? [closeQuote(problem, element, text)] : [];
    case 'unclosed-element':
      return element ? [closeElement(element, text)] : [];
    case 'mismatched-end-tag':
      return element ? [write(`Write </${element.tag.name}>`, `</${element.tag.name}>`)] : [];
    case 'self-closed-raw-tag':
      return element ? [openAndClose(element)] : [];
    case 'unclosed-comment':
      return [insert(' -->', lineEndBehind(end, text))];
    case 'unclosed-cdata':
      return [insert(']]>', firstOf(text.indexOf('</', end), lineEndBehind(end, text)))];
    case 'unclosed-tag':
      return [insert('>', element ? lastOf(element, end) : end)];
    case 'bad-attribute-name':
    case 'bad-tag-name':
    case 'bad-instruction':
    case 'bad-doctype':
    case 'no-root-element':
    case 'second-root-element':
    case 'text-outside-root':
    case 'unbound-prefix':
    case 'bad-namespace':
    case 'root-greater-than':
      return [];
  }
}

function insert(text: string, at: number): Fix {
  return {
    title: `Write ${text.trim()}`,
    edits: [{ start: at, end: at, text }],
    isPreferred: true,
  };
}

/** Where the text of the line around `at` ends, without the spaces behind it. */
function lineEndBehind(at: number, text: string): number {
  const [rest = ''] = /^.*/.exec(text.slice(at)) ?? [];
  return at + rest.trimEnd().length;
}

const firstOf = (found: number, otherwise: number): number =>
  found < 0 ? otherwise : Math.min(found, otherwise);

/** The end of what a start tag says, whose name ends at `nameEnd`. */
function lastOf({ tag }: Element, nameEnd: number): number {
  const attribute = tag.attributes.at(-1);
  return attribute ? tag.start + attribute.end : nameEnd;
}

function removeWhole({ start, end, element }: SyntaxProblem): Fix {
  const attribute = element?.tag.attributes.find((one) => element.tag.start + one.start === start);
  const to = attribute && element ? element.tag.start + attribute.end : end;
  return { title: 'Remove it', edits: [{ start, end: to, text: '' }] };
}

function closeQuote({ start }: SyntaxProblem, { tag }: Element, text: string): Fix {
  const attribute = tag.attributes.find((one) => tag.start + one.start === start);
  const at = attribute ? tag.start + attribute.end : start;
  const quote = attribute?.quote ?? '"';
  // A value that runs into the next tag is cut where the line says it ends.
  const spaced = /[\w"']/.test(text[at] ?? '') ? `${quote} ` : quote;
  return {
    title: 'Close the quote',
    edits: [{ start: at, end: at, text: spaced }],
    isPreferred: true,
  };
}

/** Behind the last that it holds; line breaks after that belong to what follows. */
function closeElement(element: Element, text: string): Fix {
  const end = endOfNode(element);
  const held = text.slice(endOf(element.tag), end).trimEnd();
  const at = endOf(element.tag) + held.length;
  const tag = `</${element.tag.name}>`;
  return { title: `Write ${tag}`, edits: [{ start: at, end: at, text: tag }], isPreferred: true };
}

function openAndClose({ tag }: Element): Fix {
  const end = endOf(tag);
  const edits = [{ start: end - 2, end, text: `></${tag.name}>` }];
  return { title: `Write <${tag.name} …></${tag.name}>`, edits, isPreferred: true };
}
