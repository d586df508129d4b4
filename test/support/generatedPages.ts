import { tagsNamed } from '../../src/language/catalogue/lookups.js';
import type {
  Catalogue,
  CatalogueAttribute,
  CatalogueTag,
} from '../../src/language/catalogue/types.js';
import type { Random } from './random.js';

/** An element, or a run of text as it is written. */
export type Written = WrittenElement | string;

export interface WrittenElement {
  name: string;
  attributes: [name: string, value: string | null][];
  children: Written[];
}

/** The file that elements make. */
export function printed(written: Written, random: Random): string {
  if (typeof written === 'string') return written;
  const { name, attributes, children } = written;
  const start = `<${name}${attributes.map((one) => attributeText(one, random)).join('')}`;
  const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/.test(
    name,
  );
  if (children.length === 0 && isVoid && random.chance(0.6)) return `${start}>`;
  if (children.length === 0 && random.chance(0.8)) return `${start}${random.pick(['', ' '])}/>`;
  return `${start}>${children.map((child) => printed(child, random)).join('')}</${name}>`;
}

function attributeText(
  [name, value]: WrittenElement['attributes'][number],
  random: Random,
): string {
  const space = random.pick([' ', ' ', ' ', '\n  ']);
  if (value === null) return `${space}${name}`;
  const quote = value.includes('"') ? "'" : '"';
  return `${space}${name}=${quote}${value}${quote}`;
}

const words = 'a n title item row total user name tasks x'.split(' ');
const html =
  'div p span ul li h1 table tr td form button section b a label main svg dvi x-card option textarea'.split(
    ' ',
  );
const voids = 'br hr img input meta wbr'.split(' ');
const texts = [
  'text',
  'A & B',
  'a &lt; b',
  '{n}',
  '{a + 1}',
  '&nbsp;&copy;',
  'x > y',
  '{t ? 1 : 2}',
  '&#123;n&#125;',
  '<!-- note: <b> -->',
  '<![CDATA[a < {n}]]>',
  '\n  ',
  ' ',
  'día 💡',
  '{item.price}',
  '&amp;',
  '<?pi x?>',
];
const calls = ['Card', 'UserRow', 'Cd2'];

/** Files of the language: every tag the catalogue knows, where it may stand, with what it needs. */
export class PageGenerator {
  private readonly statements: readonly CatalogueTag[];
  private readonly widgets: readonly CatalogueTag[];

  constructor(
    private readonly catalogue: Catalogue,
    private readonly random: Random,
  ) {
    const alive = catalogue.tags.filter((tag) => tag.removed === null);
    this.statements = alive.filter((tag) => tag.isStatement && tag.context === null);
    this.widgets = alive.filter((tag) => tag.prefix === 'ui');
  }

  page(): WrittenElement {
    const { random } = this;
    const kind = random.next();
    if (kind < 0.04) return this.element('q:job', null, 2);
    if (kind < 0.12) return this.application();
    const root = this.element('q:component', null, 0);
    root.children = [
      ...this.several(3, () => this.part('q:param', 'q:component', 2)),
      ...this.several(2, () =>
        this.part(random.pick(['q:function', 'q:action', 'q:import']), 'q:component', 2),
      ),
      ...this.several(4, () => this.body(0)),
      ...this.several(3, () => this.markup(0)),
    ];
    if (random.chance(0.1))
      root.children.push(
        this.part(random.pick(['q:onEvent', 'q:script', 'q:return']), 'q:component', 2),
      );
    return root;
  }

  /** The tests of a `*.test.q`. */
  tests(): WrittenElement[] {
    const { random } = this;
    const steps = ['test:given', 'test:visit', 'test:submit'];
    const step = (): WrittenElement => {
      if (random.chance(0.2))
        return { name: 'test:as', attributes: [['user', 'ada']], children: [] };
      if (random.chance(0.5)) return this.element(random.pick(steps), 'q:test', 9);
      const attributes = structuredClone(random.pick(expectations));
      return { name: 'test:expect', attributes, children: [] };
    };
    return Array.from({ length: 1 + random.below(2) }, (_, index) => ({
      name: 'q:test',
      attributes: [
        ['name', `test ${index}`],
        ...(random.chance(0.3) ? [['page', '/tasks'] as [string, string]] : []),
      ],
      children: [
        ...this.several(2, () => random.pick(['\n  ', '<!-- note -->'])),
        step(),
        ...this.several(3, step),
      ],
    }));
  }

  private application(): WrittenElement {
    const { random } = this;
    const type = random.pick(['ui', 'ui', 'game', 'terminal']);
    const root: WrittenElement = {
      name: 'q:application',
      attributes: [
        ['id', 'app'],
        ['type', type],
      ],
      children: [],
    };
    const prefix = type === 'game' ? 'qg' : 'qt';
    // A scene that is included is looked for on the disk.
    const tags = this.catalogue.tags.filter(
      ({ prefix: one, local }) => one === prefix && local !== 'scene-include',
    );
    root.children = this.several(4, () => {
      if (type === 'ui') return random.chance(0.7) ? this.widget(1) : this.statement(2);
      return this.element(random.pick(tags).name, null, 1);
    });
    return root;
  }

  /** What may stand where statements run. */
  private body(depth: number): Written {
    const roll = this.random.next();
    if (roll < 0.6) return this.statement(depth);
    return roll < 0.7 ? this.random.pick(texts) : this.markup(depth);
  }

  private statement(depth: number): WrittenElement {
    return this.element(this.random.pick(this.statements).name, null, depth);
  }

  private part(name: string, parent: string, depth: number): WrittenElement {
    return this.element(name, parent, depth);
  }

  private markup(depth: number): Written {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.25 || depth > 4) return random.pick(texts);
    if (roll < 0.5) return this.widget(depth + 1);
    if (roll < 0.58) {
      const name = random.pick(['q:if', 'q:loop', 'q:slot']);
      const element = this.element(name, null, 9);
      element.children = this.several(3, () => this.markup(depth + 1));
      if (name === 'q:if' && random.chance(0.3))
        element.children.push(this.branch(() => this.markup(depth + 1)));
      return element;
    }
    const children = (): Written[] => this.several(4, () => this.markup(depth + 1));
    if (roll < 0.65)
      return { name: random.pick(calls), attributes: this.htmlAttributes(), children: children() };
    if (roll < 0.72)
      return { name: random.pick(voids), attributes: this.htmlAttributes(), children: [] };
    if (roll < 0.78)
      return {
        name: random.pick(['script', 'style']),
        attributes: [],
        children: [random.pick(['if (a < b && c) {}', 'p > a { color: red }', 'x'])],
      };
    return { name: random.pick(html), attributes: this.htmlAttributes(), children: children() };
  }

  private htmlAttributes(): [string, string | null][] {
    const { random } = this;
    const all: [string, string | null][] = [
      ['class', 'a b'],
      ['id', random.pick(words)],
      ['href', '/a?b=1&c=2'],
      ['disabled', null],
      ['checked', null],
      ['title', 'a < b'],
      ['data-x', '{n}'],
      ['style', 'color: red'],
      ['hx-get', '/x'],
      ['value', '{item.name}'],
    ];
    return all.filter(() => random.chance(0.15));
  }

  private widget(depth: number): WrittenElement {
    const tag = this.random.pick(this.widgets);
    return this.element(tag.name, null, depth);
  }

  private branch(child: () => Written): WrittenElement {
    const isElse = this.random.chance(0.6);
    return {
      name: isElse ? 'q:else' : 'q:elseif',
      attributes: isElse ? [] : [['condition', 'n > 1']],
      children: this.several(2, child),
    };
  }

  /** An element with what it needs; what stands in it is what the catalogue says. */
  private element(name: string, parent: string | null, depth: number): WrittenElement {
    const variants = tagsNamed(this.catalogue, name);
    const tag =
      variants.find((one) => one.context === parent) ??
      variants.find((one) => one.context === null) ??
      variants[0]!;
    const children = depth > 5 ? [] : this.children(tag, depth + 1);
    if (tag.text === 'python') children.splice(0, children.length, 'x = 1 < 2');
    const attributes = this.attributes(tag);
    if (tag.name === 'q:query' && this.random.chance(0.9)) {
      children.unshift(
        this.random.pick([
          'select * from t',
          "select ':a', x::text -- :b",
          'select 1 where a &lt; 2',
        ]),
      );
    }
    return { name, attributes, children };
  }

  private children(tag: CatalogueTag, depth: number): Written[] {
    const { random } = this;
    const parts =
      tag.children.length > 0
        ? this.several(2, () => this.part(random.pick(tag.children), tag.name, depth))
        : [];
    switch (tag.body) {
      case 'none':
        return tag.text === 'none' || tag.text === 'raw'
          ? []
          : this.several(1, () => random.pick(['text', '{n}', 'a &amp; b']));
      case 'known':
        return parts;
      case 'statements':
        return [...parts, ...this.several(3, () => this.statement(depth + 1))];
      case 'markup':
        return [...parts, ...this.several(3, () => this.markup(depth))];
      case 'mixed': {
        const inside = this.several(3, () => this.body(depth));
        if (tag.local === 'if' && random.chance(0.4))
          inside.push(this.branch(() => this.body(depth)));
        return inside;
      }
      default:
        return tag.body satisfies never;
    }
  }

  private attributes(tag: CatalogueTag): [string, string | null][] {
    const { random } = this;
    const given: [string, string | null][] = [];
    const groups = tag.oneOf.map((group) => random.pick(group));
    for (const attribute of tag.attributes) {
      if (attribute.removed) continue;
      const isNeeded = attribute.required !== false || groups.includes(attribute.name);
      if (!isNeeded && !random.chance(0.12)) continue;
      const name = random.chance(0.9)
        ? attribute.name
        : random.pick([attribute.name, ...attribute.aliases]);
      given.push([name, this.value(tag, attribute)]);
    }
    for (const [name, needed] of Object.entries(tag.requires)) {
      if (!given.some(([one]) => one === name)) continue;
      for (const other of needed)
        if (!given.some(([one]) => one === other)) given.push([other, 'tasks']);
    }
    return given;
  }

  private value(tag: CatalogueTag, attribute: CatalogueAttribute): string {
    const { random } = this;
    const special = specialValues[`${tag.name} ${attribute.name}`] ?? specialValues[attribute.name];
    if (special) return random.pick(special);
    if (attribute.values) return random.pick(attribute.values);
    switch (attribute.type) {
      case 'boolean':
        return random.pick(['true', 'false']);
      case 'integer':
        return random.pick(['2', '10', '300']);
      case 'float':
      case 'number':
        return random.pick(['1', '0.5']);
      case 'condition':
        return random.pick(['n > 1', '{n} < 3', 'not session.user']);
      case 'expression':
        return random.pick(['{n}', '{item.price}', 'text', '{a < b}']);
      default:
        return random.pick(words);
    }
  }

  private several<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.random.below(most + 1) }, make);
  }
}

/** What a step of a test may expect. */
const expectations: [string, string][][] = [
  [['redirect', '/login?next=1']],
  [['flash', 'Saved']],
  [['status', ' 302 ']],
  [
    ['text', 'a &lt; b'],
    ['no-text', 'x'],
  ],
  [
    ['error', 'title'],
    ['message', 'Too short'],
  ],
  [
    ['var', 'n'],
    ['value', ''],
  ],
  [['queries', 'at most 3']],
  [
    ['table', 'tasks'],
    ['where', 'id = 1'],
    ['count', '0'],
  ],
  [
    ['history', 'tasks'],
    ['op', 'insert'],
    ['user', 'ada'],
    ['action', 'add'],
  ],
];

const specialValues: Readonly<Record<string, readonly string[]>> = {
  login_url: ['/login'],
  'test:visit path': ['/tasks'],
  maxsize: ['5MB', '1.5 kb', '100'],
  minRelevance: ['0.6', '1', '0'],
  'q:query page': ['{query.page}', '2'],
  'q:query mode': ['live'],
  'q:redirect status': ['301', '302'],
};
