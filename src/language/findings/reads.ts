import { decodeAttribute, decodeText } from '../expression/entities.js';
import type { Element, Node } from '../syntax/element.js';
import type { Attribute, Token } from '../syntax/token.js';

/** What an attribute says, entities decoded; a bare one says its own name. */
export function valueOf(attribute: Attribute): string {
  return attribute.value === null ? attribute.name : decodeAttribute(attribute.value).text;
}

/** What an element says under one of `names`, the first that says something; '' when none does. */
export function said(element: Element, ...names: readonly string[]): string {
  for (const name of names) {
    const attribute = element.tag.attributes.find((one) => one.name === name);
    const value = attribute ? valueOf(attribute) : '';
    if (value !== '') return value;
  }
  return '';
}

/** The attribute of one of those names. */
export function attributeNamed(
  { tag }: Element,
  ...names: readonly string[]
): Attribute | undefined {
  for (const name of names) {
    const found = tag.attributes.find((attribute) => attribute.name === name);
    if (found) return found;
  }
  return undefined;
}

/** What a node of text says: entities decoded, a CDATA section without its marks; '' for the rest. */
export function textSaid(node: Node, source: (token: Token) => string): string {
  switch (node.kind) {
    case 'text':
      return decodeText(source(node)).text;
    case 'cdata':
      return source(node).slice('<![CDATA['.length, -']]>'.length);
    case 'raw':
      return rawSaid(source(node));
    case 'element':
    case 'comment':
    case 'instruction':
    case 'doctype':
      return '';
    default:
      return node satisfies never;
  }
}

/** The framework decodes the five entities of XML in a raw body that holds `<` or `&`. */
function rawSaid(body: string): string {
  return body.includes('<![CDATA[') ? body.replaceAll(/<!\[CDATA\[|\]\]>/g, '') : body;
}

/** All text that stands directly in an element, in order, cut where elements stand. */
export function textsIn(element: Element, source: (token: Token) => string): string[] {
  const texts = [''];
  for (const child of element.children) {
    if (child.kind === 'element') texts.push('');
    else texts.push((texts.pop() ?? '') + textSaid(child, source));
  }
  return texts;
}
