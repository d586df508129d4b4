import type { HtmlAttribute } from '../../completion/htmlAttributes.js';

/** A part of an element of HTML: its name, one of its attributes, or one of that attribute's values. */
export interface HtmlName {
  readonly element: string;
  readonly attribute?: string;
  readonly value?: string;
}

/** All that is known of HTML, the rare as well as what it is for. Comes from a service, once it is needed. */
export interface HtmlFacts {
  readonly elements: readonly string[];
  /** On an element: its own attributes, then those on all. */
  attributesOf(element: string): readonly HtmlAttribute[];
  /** Its documentation, as Markdown; null where there is none. */
  describe(name: HtmlName): string | null;
}
