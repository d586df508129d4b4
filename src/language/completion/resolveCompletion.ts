import { attributeOf, tagsNamed } from '../catalogue/lookups.js';
import type { Catalogue } from '../catalogue/types.js';
import {
  describeAttribute,
  describeComponent,
  describeFunction,
  describeResult,
  describeTag,
} from '../hover/describe.js';
import { sentence } from '../hover/markdown.js';
import type { HtmlFacts } from '../embedded/html/htmlFacts.js';
import type { ProjectView } from '../project/projectView.js';
import type { CompletionData } from './item.js';

/** The documentation of an item, as Markdown, by the data it was given; null where there is none. */
export function resolveCompletion(
  data: CompletionData,
  catalogue: Catalogue,
  project: ProjectView | null = null,
  html: HtmlFacts | null = null,
): string | null {
  switch (data.of) {
    case 'tag': {
      const tag = tagsNamed(catalogue, data.name).find(({ context }) => context === data.parent);
      return tag ? describeTag(tag) : null;
    }
    case 'attribute': {
      const tag = tagsNamed(catalogue, data.tag).find(({ context }) => context === data.parent);
      const attribute = tag ? attributeOf(tag, data.name) : undefined;
      return tag && attribute ? describeAttribute(tag, attribute) : null;
    }
    case 'function': {
      const found = catalogue.functions.find(({ name }) => name === data.name);
      return found ? describeFunction(found) : null;
    }
    case 'scope':
      return documented(catalogue.scopes, data.name);
    case 'implicit':
      return documented(catalogue.implicitVariables, data.name);
    case 'result':
      return describeResult(catalogue, data.results, data.path);
    case 'component': {
      const summary = project?.files.get(data.path);
      return summary ? describeComponent(summary) : null;
    }
    case 'html':
      return html?.describe(data) ?? null;
    default:
      return data satisfies never;
  }
}

function documented(
  all: readonly { readonly name: string; readonly doc: string }[],
  name: string,
): string | null {
  const found = all.find((one) => one.name === name);
  return found ? sentence(found.doc) : null;
}
