import type { SyntaxDocument } from '../../syntax/document.js';
import type { SyntaxProblem } from '../../syntax/problems.js';

/** What will happen and what to write, for something the XML parser refuses. */
export function syntaxMessage(problem: SyntaxProblem, document: SyntaxDocument): string {
  const { start, end, element } = problem;
  const written = document.text.slice(start, Math.min(end, start + 60));
  const name = element?.tag.name ?? '';
  switch (problem.code) {
    case 'stray-less-than':
      return 'A < in text begins a tag in XML, and this is none: write &lt;, or put the text into a CDATA section.';
    case 'cdata-end-in-text':
      return ']]> may end a CDATA section only: write ]]&gt; here.';
    case 'unclosed-tag':
      return `${written} has no >: close the tag before the next one begins.`;
    case 'unclosed-quote':
      return `The quote after ${written.slice(0, -1)} is never closed: add it at the end of the value.`;
    case 'unquoted-value':
      return written.includes('=') || problem.end - problem.start === 0
        ? 'A value is missing here: write it in quotes.'
        : `Values need quotes: write "${written}".`;
    case 'bare-attribute':
      return bareAttributeMessage(written, name, document.dialect === 'test');
    case 'missing-space':
      return `A space is missing before ${written}.`;
    case 'stray-in-tag':
      return `${JSON.stringify(written)} has no meaning in a tag: remove it.`;
    case 'bad-attribute-name':
      return `${written} is no name that XML allows for an attribute (@click and :class have data-… or x-on:… forms elsewhere; here use hx-… or data-…).`;
    case 'bad-tag-name':
      return `${written} is no name that XML allows for a tag.`;
    case 'duplicate-attribute':
      return `${written} stands twice in <${name}>: the file is refused. Keep one.`;
    case 'unknown-entity':
      return `${written} is no character that HTML knows: write &amp;${written.slice(1)} for the text itself.`;
    case 'invalid-character':
      return 'XML has no place for this character, not even as a number: remove it.';
    case 'comment-dashes':
      return 'Two dashes may not stand in a comment: write one, or another sign.';
    case 'unclosed-comment':
      return 'The comment is never closed: everything behind it is lost. Write --> at its end.';
    case 'unclosed-cdata':
      return 'The CDATA section is never closed: everything behind it is lost. Write ]]> at its end.';
    case 'bad-instruction':
      return 'This is no processing instruction of XML (a declaration reads <?xml version="1.0"?>): correct it or remove it.';
    case 'bad-doctype':
      return 'A DOCTYPE reads <!DOCTYPE html>, with capitals and a closing >.';
    case 'bare-ampersand':
      return `In ${strictPlace(document)} an & must be written &amp;.`;
    case 'less-than-in-value':
      return `In ${strictPlace(document)} a < in a value must be written &lt;.`;
    case 'unclosed-element':
      return `<${name}> is never closed: write </${name}>.`;
    case 'stray-end-tag':
      return `${written} ends nothing that is open here: remove it, or write the tag it belongs to.`;
    case 'mismatched-end-tag':
      return `${written} does not end <${name}>: write </${name}>.`;
    case 'no-root-element':
      return 'The file holds no element: it needs one <q:component> around everything.';
    case 'second-root-element':
      return 'One element only may stand outermost: move this one into it.';
    case 'text-outside-root':
      return 'Text outside of the outermost element is refused: move it inside, or remove it.';
    case 'misplaced-declaration':
      return document.dialect === 'test'
        ? 'Test files have no XML declaration: remove it.'
        : 'The XML declaration must be the very first thing in the file: move it up, or remove it.';
    case 'misplaced-doctype':
      return document.dialect === 'test'
        ? 'Test files have no DOCTYPE: remove it.'
        : 'A DOCTYPE stands once, before the outermost element: move it there, or remove it.';
    case 'unbound-prefix':
      return unboundMessage(written);
    case 'bad-namespace':
      return `${written} declares no namespace: give it an address, or remove it.`;
    case 'root-greater-than':
      return `A > in a value of the outermost tag breaks the declarations that the framework adds there: write &gt;.`;
    case 'self-closed-raw-tag':
      return `<${name} …/> takes everything up to a later </${name}> as its body: write <${name} …></${name}>.`;
    case 'byte-order-mark':
      return 'A test file may not begin with a byte order mark: save it as UTF-8 without one.';
  }
}

function strictPlace(document: SyntaxDocument): string {
  return document.dialect === 'test' ? 'a test file' : 'the tag of a script or style';
}

function bareAttributeMessage(written: string, tag: string, isTest: boolean): string {
  if (isTest) return `In a test file each attribute needs a value: write ${written}="…".`;
  if (/^(?:script|style)$/i.test(tag)) {
    return `In the tag of a ${tag.toLowerCase()} each attribute needs a value: write ${written}="${written}".`;
  }
  return `${written} is no boolean attribute of HTML, so it needs a value: write ${written}="…".`;
}

function unboundMessage(written: string): string {
  const prefix = written.slice(0, written.indexOf(':'));
  return `The prefix ${prefix}: is declared nowhere around this: add xmlns:${prefix}="…" to the outermost tag, or write the name without it.`;
}
