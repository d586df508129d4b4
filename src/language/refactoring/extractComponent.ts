import { importText } from '../project/writtenImport.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { placeOf } from '../place/elementAt.js';
import type { Place } from '../place/place.js';
import { usesIn } from '../scope/facts.js';
import type { Element, Node } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { addImports } from './addImport.js';
import {
  bareCallRefusal,
  elementsIn,
  hasBareCall,
  holdsDrawn,
  isDrawnHere,
  isFlow,
  isRunThrough,
} from './drawnNodes.js';
import { loopGiving, roundNames, runLoops } from './drawnLoops.js';
import { componentOf, importsOf } from './imports.js';
import { edited, reindent } from './indentation.js';
import { lineEndOf } from './lines.js';
import { markedNodes, type MarkedNodes } from './markedNodes.js';
import { newComponent, type NewComponent } from './newComponent.js';
import {
  isAmong,
  isSure,
  needsOf,
  servesPages,
  type Needs,
  type OutsideName,
} from './outsideNames.js';
import { propTypeOf } from './propType.js';
import { offered, refused, type Changes, type Refactoring } from './refactoring.js';
import { isText } from './siblings.js';

const title = 'Extract component';

/** What is marked becomes a component of its own, which the page calls in its place. */
export const extractComponent: Refactoring = {
  kind: 'refactor.extract.component',
  offer: (marked) => {
    const { context } = marked;
    const root = componentOf(context);
    const nodes = markedNodes(marked);
    if (!root || !nodes || !context.project || !context.catalogue.behaviours.importPaths)
      return null;
    const extraction = new Extraction(nodes, root, context);
    if (!extraction.isMeant()) return null;
    const refusal = extraction.refusal();
    if (refusal !== null) return refused(title, refusal);
    const made = newComponent(context, extraction.first);
    return made && offered(title, () => extraction.changes(made), { makesFile: true });
  },
};

/** The scopes that a component shares with the page that calls it. */
const shared = new Set(['session', 'application', 'request', 'cookie']);

class Extraction {
  readonly first: Element;
  private readonly place: Place;
  private known: Needs | null = null;

  constructor(
    private readonly marked: MarkedNodes,
    private readonly root: Element,
    private readonly context: LanguageContext,
  ) {
    const { parent, nodes } = marked;
    this.first = nodes.find((node) => node.kind === 'element') ?? root;
    this.place = placeOf(parent, context.catalogue);
  }

  /** What it reads of the page: looked up once, and only for what may be a component otherwise. */
  private get needs(): Needs {
    const { parent, nodes } = this.marked;
    this.known ??= needsOf(nodes, { element: parent, place: this.place }, this.context);
    return this.known;
  }

  /** What the component has to be handed. */
  private get props(): readonly OutsideName[] {
    return this.needs.names.filter(({ name, definitions, loop }) => {
      return loop !== null || definitions.length > 0 || !shared.has(name);
    });
  }

  /** Whether what is marked can be thought of as a component at all: elements that are drawn. */
  isMeant(): boolean {
    const { nodes } = this.marked;
    if (this.first === this.root || nodes.some(isText) || !holdsDrawn(this.place)) return false;
    return nodes.every((node) => {
      if (node.kind !== 'element') return true;
      const { as } = this.place.enter(node.tag.name).reading;
      return as !== 'branch' && as !== 'part' && as !== 'unread';
    });
  }

  refusal(): string | null {
    const { nodes, parent } = this.marked;
    const { place } = this;
    for (const { element, place: at } of elementsIn(nodes, place)) {
      if (at.reading.as === 'widget') return widgetRefusal;
      if (at.name === 'q:slot') return 'A q:slot would be filled by the page, not by who calls it.';
      if (!isDrawnHere(at))
        return `<${element.tag.name}> runs before the page is drawn: it stays in the page.`;
      if (element.tag.prefixes.length > 0) return 'It uses a namespace that the page declares.';
    }
    const callsBare = nodes.some((node) => isFlowNode(node, place) && holdsBareCall(node, place));
    if (callsBare) return bareCallRefusal;
    if (parent !== this.root && isRunThrough(place)) return bareCallRefusal;
    const { needs } = this;
    const [called] = needs.functions;
    if (called !== undefined)
      return `It calls ${called}(), a function of the page: a component has its own only.`;
    const unclear = needs.mixed ?? needs.untold;
    if (unclear !== null) return `Which value ${unclear} has there is not told.`;
    return this.propRefusal() ?? this.leftoverRefusal();
  }

  changes(made: NewComponent): Changes {
    const { start, end } = this.marked;
    const { text } = this.context.document;
    const line = lineEndOf(text);
    const handed = this.props.map(({ name }) => ` ${name}="{${name}}"`).join('');
    const own = importText(made.name, made.folder);
    const imports = addImports(this.root, [own], this.context);
    const before = imports.reduce(
      (sum, one) => sum + (one.start <= start ? one.text.length : 0),
      0,
    );
    return {
      edits: [...imports, { start, end, text: `<${made.name}${handed} />` }],
      creates: { path: made.path, text: this.componentText(made).join(line) + line },
      nameAt: start + before + 1,
    };
  }

  private componentText(made: NewComponent): string[] {
    const { document } = this.context;
    const { start, end, nodes } = this.marked;
    const called = new Set<string>();
    for (const { element, place } of elementsIn(nodes, this.place)) {
      if (place.reading.as === 'call') called.add(localOf(element.tag.name));
    }
    const inForce = new Map(importsOf(this.context).map((one) => [one.name, one.text]));
    const imports = [...inForce]
      .filter(([name]) => called.has(name))
      .map(([, text]) => `  ${text}`);
    const params = this.props.map((prop) => {
      const { type, isRequired } = propTypeOf(prop);
      const required = isRequired ? ' required="true"' : '';
      return `  <q:param name="${prop.name}" type="${type}"${required} />`;
    });
    return [
      `<q:component name="${made.name}">`,
      ...imports,
      ...(imports.length > 0 && params.length > 0 ? [''] : []),
      ...params,
      ...(imports.length + params.length > 0 ? [''] : []),
      `  ${edited(document.text, start, end, reindent(document, start, end, '  '))}`,
      '</q:component>',
    ];
  }

  private propRefusal(): string | null {
    const region = this.context.names.around(this.marked.parent)?.region;
    if (!region) return null;
    const isPage = servesPages(this.context);
    for (const prop of this.props) {
      const { name, definitions, loop, isReadByProperty } = prop;
      if (!isSure(prop, region, this.root, isPage)) {
        return `${name} may have no value when the page is drawn, and a component cannot be handed none.`;
      }
      if (!loop && isReadByProperty && definitions.some(({ kind }) => kind === 'rows')) {
        return `It reads a field of ${name} itself, which the page alone has while ${name} is one row.`;
      }
    }
    return null;
  }

  /** Loops of a component's own body leave their names behind, and over those it was handed. */
  private leftoverRefusal(): string | null {
    const { nodes, parent } = this.marked;
    const { catalogue } = this.context;
    const loops = runLoops(nodes, this.place);
    for (const loop of loops) {
      const overQuery = loop.tag.attributes.find(({ name }) => name === 'query')?.value ?? null;
      const names = roundNames(loop);
      const over = this.props.find(({ name }) =>
        overQuery === null ? names.includes(name) : name !== overQuery || !names.includes(name),
      );
      if (over) {
        return `The q:loop would write over ${over.name}: mark the element around it instead.`;
      }
    }
    if (!isRunThrough(placeOf(parent, catalogue))) return null;
    const left = new Set(loops.flatMap(roundNames));
    for (const { facts } of left.size > 0 ? this.context.names.outermost() : []) {
      for (const { element, names } of usesIn(facts)) {
        if (isAmong(element, nodes)) continue;
        const read = names.find(
          ({ name }) => left.has(name) && !loopGiving(name, element, catalogue),
        );
        if (read) return `The page reads ${read.name} after the q:loop.`;
      }
    }
    return null;
  }
}

const widgetRefusal =
  'Widgets belong to the page: their styles are drawn once, and they name its actions.';

function isFlowNode(node: Node, place: Place): node is Element {
  return node.kind === 'element' && isFlow(place.enter(node.tag.name));
}

function holdsBareCall(element: Element, place: Place): boolean {
  return hasBareCall(element.children, place.enter(element.tag.name));
}
