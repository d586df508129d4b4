import { partLists, type PageParts, type PartList } from './pageParts.js';

/** The parts of a page that notes which of its lists were read. */
export class ReadParts implements PageParts {
  readonly read = new Set<PartList>();

  constructor(private readonly parts: PageParts) {}

  get actions(): PageParts['actions'] {
    return this.list('actions');
  }

  get functions(): PageParts['functions'] {
    return this.list('functions');
  }

  get queries(): PageParts['queries'] {
    return this.list('queries');
  }

  get llms(): PageParts['llms'] {
    return this.list('llms');
  }

  get knowledge(): PageParts['knowledge'] {
    return this.list('knowledge');
  }

  get ids(): PageParts['ids'] {
    return this.list('ids');
  }

  get imports(): PageParts['imports'] {
    return this.list('imports');
  }

  get params(): PageParts['params'] {
    return this.list('params');
  }

  private list<Name extends PartList>(name: Name): PageParts[Name] {
    this.read.add(name);
    return this.parts[name];
  }
}

/** Whether what was found with the lists `read` of `before` holds with `now`. */
export function sayTheSame(
  read: ReadonlySet<PartList>,
  before: PageParts,
  now: PageParts,
): boolean {
  return before === now || partLists.every((list) => !read.has(list) || before[list] === now[list]);
}
