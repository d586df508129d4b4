import { parseDocument, type Alias, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { isAlias, isMap, isSeq, type YAMLMap } from 'yaml';
import type {
  ConfigurationDocument,
  ConfigurationEntry,
  ConfigurationMapping,
  ConfigurationNode,
  ConfigurationScalar,
  SyntaxProblem,
} from './configurationDocument.js';
import { findReferences } from './environmentReferences.js';
import { isRealDate, resolvePlain, type ResolvedScalar } from './plainScalars.js';
import { findForbiddenCharacters, findForbiddenTabs } from './forbiddenCharacters.js';

/** Reads the text of a `quantum.config.yaml` as the framework's YAML reader does, broken text as far as it goes. */
export function parseConfiguration(text: string): ConfigurationDocument {
  // Behind a byte order mark the library takes the first line for one without indentation; behind a line break not.
  const readable = text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text;
  const document = parseDocument(readable, {
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const reading = new Reading(text, document);
  const content = document.contents === null ? undefined : reading.read(document.contents);
  const syntax = document.errors.map(({ code, message, pos: [start, end] }): SyntaxProblem => ({
    kind: code === 'TAB_AS_INDENT' ? 'tab' : 'syntax',
    message: code === 'MULTIPLE_DOCS' ? 'The file holds more than one document.' : `${message}.`,
    start,
    end: Math.max(end, start),
  }));
  const problems = [...syntax, ...reading.problems, ...findForbiddenCharacters(text)];
  const tabs = findForbiddenTabs(text, reading.opaque);
  const isNew = (tab: SyntaxProblem): boolean => !problems.some(({ start }) => start === tab.start);
  problems.push(...tabs.filter(isNew));
  return { text, content, problems: problems.sort((a, b) => a.start - b.start) };
}

/** One pass over a parsed document: an alias is read once, and what cannot be built is noted. */
class Reading {
  readonly problems: SyntaxProblem[] = [];
  /** Quoted and block texts, in which every character may stand. */
  readonly opaque: { readonly start: number; readonly end: number }[] = [];
  readonly #text: string;
  readonly #document: Document;
  readonly #done = new Map<Node, ConfigurationNode>();
  readonly #open = new Set<Node>();
  #flowDepth = 0;

  constructor(text: string, document: Document) {
    this.#text = text;
    this.#document = document;
  }

  read(node: Node): ConfigurationNode {
    if (isAlias(node)) return this.#follow(node);
    const done = this.#done.get(node);
    if (done !== undefined) return done;
    this.#open.add(node);
    this.#checkTag(node);
    const made = this.#make(node);
    this.#open.delete(node);
    this.#done.set(node, made);
    return made;
  }

  #make(node: Node): ConfigurationNode {
    const { start, end } = rangeOf(node);
    if (isMap<Node, Node | null>(node)) return this.#mapping(node, start, end);
    if (!isSeq<Node>(node)) return this.#scalar(node as Scalar, start, end);
    const flow = this.#text[start] === '[' ? 1 : 0;
    this.#flowDepth += flow;
    const items = node.items.map((item) => this.read(item));
    this.#flowDepth -= flow;
    return { kind: 'sequence', items, start, end };
  }

  #mapping(node: YAMLMap<Node, Node | null>, start: number, end: number): ConfigurationMapping {
    const merged: ConfigurationEntry[] = [];
    const entries: ConfigurationEntry[] = [];
    const isFlow = this.#text[start] === '{';
    this.#flowDepth += isFlow ? 1 : 0;
    for (const pair of node.items) {
      const entry = this.#entry(pair);
      if (entry === undefined) continue;
      const isMerge = entry.name === '<<' && entry.key.style === 'plain';
      if (isMerge) merged.unshift(...this.#merge(entry.value));
      else entries.push(entry);
    }
    this.#flowDepth -= isFlow ? 1 : 0;
    const own = new Set(entries.map(({ name }) => name));
    const inherited = merged.filter(({ name }) => !own.has(name));
    return { kind: 'mapping', entries: [...inherited, ...entries], isFlow, start, end };
  }

  #entry({ key, value }: Pair<Node, Node | null>): ConfigurationEntry | undefined {
    const name = this.read(key);
    if (name.kind !== 'scalar') {
      this.#refuse('A key must be plain text here, not a list or a mapping.', name);
      return undefined;
    }
    if (this.#flowDepth === 0 && this.#isBareColon(name))
      this.#refuse('A key is missing before the colon.', { start: name.end, end: name.end + 1 });
    const read = value === null ? emptyAt(name.end) : this.read(value);
    if (read.kind === 'scalar' && read.style === 'plain' && read.source === '=')
      this.#refuse('A lone `=` must be in quotes.', read);
    return { key: name, name: String(name.value), value: read, isMerged: false };
  }

  /** A line that begins with the colon; `? ` and `&a :` are empty keys the framework takes. */
  #isBareColon({ source, end }: ConfigurationScalar): boolean {
    if (source !== '' || this.#text[end] !== ':') return false;
    return this.#text.slice(this.#text.lastIndexOf('\n', end - 1) + 1, end).trim() === '';
  }

  #merge(value: ConfigurationNode): ConfigurationEntry[] {
    const sources = value.kind === 'sequence' ? [...value.items].reverse() : [value];
    return sources.flatMap((source) => {
      if (source.kind === 'mapping')
        return source.entries.map((entry) => ({ ...entry, isMerged: true }));
      this.#refuse('`<<` takes a mapping, or a list of mappings.', source);
      return [];
    });
  }

  #scalar(node: Scalar, start: number, end: number): ConfigurationScalar {
    const source = this.#text.slice(start, end);
    const style = styleOf(node);
    // PyYAML ends a word at `?` between brackets.
    if (style === 'plain' && this.#flowDepth > 0 && source.includes('?'))
      this.#refuse('A text with `?` must be in quotes inside { } and [ ].', { start, end });
    if (style !== 'plain') this.opaque.push({ start, end });
    const resolved = this.#resolve(node, style, start, end);
    return {
      kind: 'scalar',
      ...resolved,
      source,
      style,
      references: findReferences(source, start),
      start,
      end,
    };
  }

  #resolve(node: Scalar, style: string, start: number, end: number): ResolvedScalar {
    const written = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const type = node.tag?.replace('tag:yaml.org,2002:', '');
    const isPlain = style === 'plain' && type === undefined;
    if (!isPlain && (type === undefined || type === 'str')) return { type: 'text', value: written };
    const resolved = resolvePlain(written);
    const range = { start, end };
    if (type !== undefined && tagTypes[type] !== undefined && tagTypes[type] !== resolved.type)
      this.#refuse(`${JSON.stringify(written)} is no value of the tag !!${type}.`, range);
    if (resolved.type === 'date' && !isRealDate(written))
      this.#refuse(`${written} is no date of the calendar; put it in quotes if it is text.`, range);
    return resolved;
  }

  #follow(alias: Alias): ConfigurationNode {
    const { start, end } = rangeOf(alias);
    const target = alias.resolve(this.#document);
    if (target === undefined) {
      this.#refuse(`Nothing before this is marked &${alias.source}.`, { start, end });
      return emptyAt(start);
    }
    if (!this.#open.has(target)) return this.read(target);
    this.#refuse(`*${alias.source} refers to what it is part of.`, { start, end });
    return emptyAt(start);
  }

  #checkTag(node: Node): void {
    const tag = node.tag?.replace('tag:yaml.org,2002:', '');
    if (tag === undefined) return;
    const fits = isMap(node) ? mappingTags : isSeq(node) ? sequenceTags : scalarTags;
    if (!fits.has(tag)) this.#refuse(`The tag ${tag} does not fit here.`, rangeOf(node));
  }

  #refuse(message: string, { start, end }: { start: number; end: number }): void {
    this.problems.push({ kind: 'syntax', message, start, end });
  }
}

const tagTypes: Readonly<Record<string, string>> = {
  int: 'integer',
  float: 'float',
  bool: 'boolean',
  null: 'null',
  timestamp: 'date',
};
const mappingTags = new Set(['map', 'set', '!']);
const sequenceTags = new Set(['seq', 'omap', 'pairs', '!']);
const scalarTags = new Set(['str', 'binary', '!', ...Object.keys(tagTypes)]);

const rangeOf = (node: Node): { start: number; end: number } => ({
  start: node.range?.[0] ?? 0,
  end: node.range?.[1] ?? 0,
});

function styleOf(node: Scalar): ConfigurationScalar['style'] {
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return 'quoted';
  return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? 'block' : 'plain';
}

const emptyAt = (offset: number): ConfigurationScalar => ({
  kind: 'scalar',
  type: 'null',
  value: null,
  source: '',
  style: 'plain',
  references: [],
  start: offset,
  end: offset,
});
