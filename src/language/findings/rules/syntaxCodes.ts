import type { SyntaxProblemCode } from '../../syntax/problems.js';
import type { CodeInfo } from '../finding.js';

const refused = (summary: string): CodeInfo => ({
  severity: 'error',
  consequence: 'parse',
  summary,
});

/** Codes for what the framework's XML parser refuses. */
export const syntaxCodes = {
  'stray-less-than': refused('A `<` stands in text, where XML expects a tag.'),
  'cdata-end-in-text': refused('`]]>` stands in text without a CDATA section.'),
  'unclosed-tag': refused('A tag has no `>`.'),
  'unclosed-quote': refused('The quote of a value is never closed.'),
  'unquoted-value': refused('A value stands without quotes.'),
  'bare-attribute': refused('An attribute that is no boolean one of HTML has no value.'),
  'missing-space': refused('Two attributes follow each other without a space.'),
  'stray-in-tag': refused('A character stands in a tag where none may.'),
  'bad-attribute-name': refused('The name of an attribute is none of XML.'),
  'bad-tag-name': refused('The name of a tag is none of XML.'),
  'duplicate-attribute': refused('An attribute stands twice in one tag.'),
  'unknown-entity': refused('A named character does not exist.'),
  'invalid-character': refused('XML has no place for a character.'),
  'comment-dashes': refused('Two dashes stand in a comment.'),
  'unclosed-comment': refused('A comment is never closed.'),
  'unclosed-cdata': refused('A CDATA section is never closed.'),
  'bad-instruction': refused('A processing instruction is not well-formed.'),
  'bad-doctype': refused('A DOCTYPE is not well-formed.'),
  'bare-ampersand': refused('An `&` begins no entity where XML is strict.'),
  'less-than-in-value': refused('A `<` stands in a value where XML is strict.'),
  'unclosed-element': refused('A tag is never closed.'),
  'stray-end-tag': refused('An end tag has no tag that it ends.'),
  'mismatched-end-tag': refused('An end tag has another name than the tag it ends.'),
  'no-root-element': refused('The file holds no element.'),
  'second-root-element': refused('More than one element stands outermost.'),
  'text-outside-root': refused('Text stands outside of the outermost element.'),
  'misplaced-declaration': refused('The XML declaration is not the first thing in the file.'),
  'misplaced-doctype': refused('A DOCTYPE stands behind the beginning of the document.'),
  'unbound-prefix': refused('A prefix of a name is declared nowhere.'),
  'bad-namespace': refused('The declaration of a namespace declares none.'),
  'root-greater-than': refused('A value of the outermost tag holds a `>`.'),
  'self-closed-raw-tag': refused(
    'A self-closed script or style takes all up to a later end tag as its body.',
  ),
  'byte-order-mark': refused('A test file begins with a byte order mark.'),
} as const satisfies Record<SyntaxProblemCode, CodeInfo>;
