import type { Element } from '../../syntax/element.js';
import { endOf, type Token } from '../../syntax/token.js';
import { attributeNamed, said, textSaid } from '../reads.js';
import type { DocumentRule } from '../rules.js';

/** Tests stand side by side with nothing between them, each with a name of its own. */
export const testFileRule: DocumentRule = (document, { report }) => {
  if (document.dialect !== 'test') return;
  for (const node of document.nodes) {
    const source = (token: Token): string => document.text.slice(token.start, endOf(token));
    if (node.kind === 'element' || textSaid(node, source).trim() === '') continue;
    const message =
      'A test file holds <q:test> elements only: text is refused. Write it as a comment.';
    report.at('test-content', node, 0, node.length, message);
  }
  const first = new Map<string, Element>();
  for (const root of document.roots) {
    const name = said(root, 'name').trim();
    const attribute = attributeNamed(root, 'name');
    if (root.tag.name !== 'q:test' || name === '' || !attribute) continue;
    const other = first.get(name);
    if (!other) {
      first.set(name, root);
      continue;
    }
    const message = `Another test is called "${name}": the file is refused. Give each its own name.`;
    const { tag } = other;
    report.atValue('test-duplicate-name', root, attribute, message, {
      related: [{ anchor: tag, start: 0, end: tag.length, message: 'The first of that name' }],
    });
  }
};
