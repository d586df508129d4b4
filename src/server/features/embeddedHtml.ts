import {
  getDefaultHTMLDataProvider,
  getLanguageService,
  MarkupContent,
  TextDocument,
} from 'vscode-html-languageservice';
import type { HtmlAttribute } from '../../language/completion/htmlAttributes.js';
import type { HtmlFacts, HtmlName } from '../../language/embedded/html/htmlFacts.js';

/** Names as they can be written in a page without more ado. */
const plain = /^[a-z][\w-]*$/;

/** What VS Code's own HTML service knows. It is large: this file is loaded when it is first asked. */
export function htmlFacts(): HtmlFacts {
  const data = getDefaultHTMLDataProvider();
  const service = getLanguageService();
  const elements = data
    .provideTags()
    .map(({ name }) => name)
    .filter((name) => plain.test(name));
  const attributes = new Map<string, readonly HtmlAttribute[]>();

  const attributesOf = (element: string): readonly HtmlAttribute[] => {
    const known = attributes.get(element);
    if (known) return known;
    const found = data
      .provideAttributes(element)
      .filter(({ name }) => plain.test(name))
      .map(({ name }): HtmlAttribute => ({
        name,
        values: data.provideValues(element, name).map((value) => value.name),
        isUsual: false,
      }));
    attributes.set(element, found);
    return found;
  };

  /** Written out as the tag it stands in, and asked for as if a pointer were over it. */
  const describe = ({ element, attribute, value }: HtmlName): string | null => {
    const before = `<${element}${attribute === undefined ? '' : ` ${attribute}`}`;
    const text = value === undefined ? `${before}>` : `${before}="${value}">`;
    const document = TextDocument.create('quantum:tag', 'html', 0, text);
    const offset = value === undefined ? before.length - 1 : before.length + 2;
    const hover = service.doHover(
      document,
      document.positionAt(offset),
      service.parseHTMLDocument(document),
    );
    const markdown = hover && MarkupContent.is(hover.contents) ? hover.contents.value : '';
    return markdown === '' ? null : markdown;
  };

  return { elements, attributesOf, describe };
}
