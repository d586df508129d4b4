import type { LanguageContext } from '../completion/languageContext.js';
import { placeOf } from '../place/elementAt.js';
import { placesOf, type Place } from '../place/place.js';
import { usesOf } from '../scope/expressionUse.js';
import type { TextChange } from '../syntax/document.js';
import { childElements, endOfNode, startOf, type Element } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { attributeOf } from '../syntax/token.js';
import { loopGiving, roundNames, runLoops } from './drawnLoops.js';
import { elementsIn, isDrawnHere, isRunThrough } from './drawnNodes.js';
import { handedValue, type HandedValue } from './handedValue.js';
import { importsOf, type Import } from './imports.js';
import { edited, reindent } from './indentation.js';
import { indentAt, lineEndOf } from './lines.js';
import { plainReads } from './outsideNames.js';
import { RefactoringRefused } from './refactoring.js';
import { innerNodes, isText, spaceBeside, touchesText } from './siblings.js';
import { encoded, substituted } from './substitution.js';

/** What a component draws, in the place of a call. */
export interface Inlined {
  readonly edits: readonly TextChange[];
  /** Imports that the page needs for it, as they are written. */
  readonly imports: readonly string[];
}

interface Piece {
  readonly text: string;
  readonly startsWithText: boolean;
  readonly endsWithText: boolean;
}

/** The scopes that a component shares with the page that calls it. */
const shared = new Set(['session', 'application', 'request', 'cookie']);

/** A component to be written into the pages that call it. */
export class Inlining {
  private readonly root: Place;
  private readonly params: readonly Element[];
  private readonly drawn: readonly Element[];
  /** Of pages, as they are while it is written into them. */
  private readonly imports = new Map<LanguageContext, Map<string, Import>>();

  /** @throws RefactoringRefused when no call of it can be replaced */
  constructor(
    component: Element,
    private readonly of: LanguageContext,
  ) {
    this.root = placesOf(of.catalogue).enter(component.tag.name);
    const children = childElements(component);
    const named = (name: string) =>
      children.filter((child) => this.root.enter(child.tag.name).name === name);
    this.params = named('q:param');
    const imports = named('q:import');
    this.drawn = children.filter((one) => !this.params.includes(one) && !imports.includes(one));
    if (this.drawn.length === 0) refuse('It draws nothing.');
    this.checkDrawn();
    this.checkNames();
  }

  /** @throws RefactoringRefused when this call cannot be replaced */
  at(call: Element, page: LanguageContext): Inlined {
    const { parent } = call;
    if (!parent) return refuse('Nothing is around the call.');
    if (
      isRunThrough(placeOf(parent, page.catalogue)) &&
      runLoops(this.drawn, this.root).length > 0
    ) {
      refuse('Its q:loop would run in the page, and leave its names behind there.');
    }
    const values = this.substitutions(this.valuesAt(call, page));
    const edits = [...values, ...this.slots(call, page, values)];
    const { text } = page.document;
    const indent = indentAt(text, startOf(call));
    const pieces = this.drawn.map((element) =>
      this.root.enter(element.tag.name).name === 'q:slot'
        ? this.contentOf(element, call, page, values)
        : this.piece(element, edits, indent),
    );
    const body = joined(pieces, lineEndOf(text) + indent);
    if (body === '') refuse('It draws nothing.');
    const edges = {
      startsWithText: pieces[0]?.startsWithText === true,
      endsWithText: pieces.at(-1)?.endsWithText === true,
    };
    if (parent.parent === null && pieces.some((one) => one.startsWithText || one.endsWithText)) {
      refuse('It draws text, which is not drawn directly in a component.');
    }
    return {
      edits: [
        ...spaceBeside(call, edges),
        { start: startOf(call), end: endOfNode(call), text: body },
      ],
      imports: this.importsFor(page),
    };
  }

  private checkDrawn(): void {
    for (const { element, place } of elementsIn(this.drawn, this.root)) {
      if (place.reading.as === 'widget') refuse('Its widgets are drawn with styles of their own.');
      if (element.tag.prefixes.length > 0) refuse('It uses a namespace of its own.');
      if (place.name === 'q:slot') this.checkSlot(place);
      else if (!isDrawnHere(place)) refuse(`<${element.tag.name}> of it runs before it is drawn.`);
    }
  }

  private checkSlot({ parent }: Place): void {
    for (let at = parent; at && at !== this.root; at = at.parent) {
      if (at.reading.as !== 'markup') refuse('Its q:slot is not filled where it stands.');
    }
  }

  /** All it reads must be told by the call, or be shared. */
  private checkNames(): void {
    const { document, catalogue } = this.of;
    const params = new Set(this.params.map((one) => attributeOf(one.tag, 'name')?.value));
    for (const loop of runLoops(this.drawn, this.root)) {
      const over = roundNames(loop).find((name) => params.has(name));
      if (over !== undefined) refuse(`Its q:loop writes over its parameter ${over}.`);
    }
    for (const { element, place } of elementsIn(this.drawn, this.root)) {
      for (const use of usesOf(element, place, document.text).expressions) {
        for (const { name } of use.calls) {
          if (!catalogue.functions.some((one) => one.name === name)) {
            refuse(`${name}() of it may be another function in the page.`);
          }
        }
        for (const { name } of use.names) {
          if (params.has(name) && use.anchor.kind === 'cdata')
            refuse('It reads a parameter in CDATA.');
          if (params.has(name) || shared.has(name)) continue;
          if (!loopGiving(name, element, catalogue))
            refuse(`${name} of it may be another name in the page.`);
        }
      }
    }
  }

  private valuesAt(call: Element, page: LanguageContext): Map<string, HandedValue> {
    const values = new Map<string, HandedValue>();
    const read = this.readParams();
    for (const param of this.params) {
      const name = attributeOf(param.tag, 'name')?.value ?? '';
      if (!read.has(name)) continue;
      const value = handedValue(param, call, page);
      if (typeof value === 'string') return refuse(value);
      values.set(name, value);
    }
    return values;
  }

  private readParams(): Set<string> {
    const read = new Set<string>();
    for (const { element, place } of elementsIn(this.drawn, this.root)) {
      const uses = usesOf(element, place, this.of.document.text).expressions;
      for (const { names } of uses) for (const { name } of names) read.add(name);
      for (const { name } of plainReads(element, place)) read.add(name);
    }
    return read;
  }

  private substitutions(values: ReadonlyMap<string, HandedValue>): TextChange[] {
    const { document, catalogue } = this.of;
    const edits: TextChange[] = [];
    for (const { element, place } of elementsIn(this.drawn, this.root)) {
      const own = new Map([...values].filter(([name]) => !loopGiving(name, element, catalogue)));
      for (const use of usesOf(element, place, document.text).expressions) {
        for (const { name } of use.names) this.checkCapture(own.get(name), element);
        const edit = substituted(use, own);
        if (edit) edits.push(edit);
      }
      for (const { name, attribute } of plainReads(element, place)) {
        const value = own.get(name);
        if (!value) continue;
        this.checkCapture(value, element);
        if (attribute.name === 'query' && value.source === name) continue;
        if (attribute.name === 'query')
          refuse(`Its q:loop goes over ${name}, which is called otherwise in the page.`);
        const start = element.tag.start + attribute.valueStart;
        const text = encoded(`{${value.source}}`, { attribute });
        edits.push({ start, end: start + (attribute.value ?? '').length, text });
      }
    }
    return edits;
  }

  /** What is handed over must not read a name that a loop of the component gives. */
  private checkCapture(value: HandedValue | undefined, element: Element): void {
    const taken = value?.reads.find((name) => loopGiving(name, element, this.of.catalogue));
    if (taken !== undefined) refuse(`${taken} is the name of a q:loop in it too.`);
  }

  /** What the slots inside of HTML draw, in their places. */
  private slots(call: Element, page: LanguageContext, edits: readonly TextChange[]): TextChange[] {
    return [...elementsIn(this.drawn, this.root)].flatMap(({ element, place }) => {
      const { parent } = element;
      if (place.name !== 'q:slot' || !parent || this.drawn.includes(element)) return [];
      const { text, ...edges } = this.contentOf(element, call, page, edits);
      if (text === '' && touchesText(parent, element, element)) {
        refuse('Its q:slot stands in a text, and nothing is put there.');
      }
      return [
        ...spaceBeside(element, edges),
        { start: startOf(element), end: endOfNode(element), text },
      ];
    });
  }

  /** What a slot draws: what the call holds, else what the slot does. */
  private contentOf(
    slot: Element,
    call: Element,
    page: LanguageContext,
    edits: readonly TextChange[],
  ): Piece {
    const name = attributeOf(slot.tag, 'name')?.value ?? 'default';
    const isFilled = call.children.some((node) => node.kind === 'element' || isText(node));
    const isOwn = name !== 'default' || !isFilled;
    const nodes = innerNodes(isOwn ? slot : call);
    if (!nodes) return refuse('Comments stand beside what its q:slot draws.');
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (!first || !last) return { text: '', startsWithText: false, endsWithText: false };
    const { text } = (isOwn ? this.of : page).document;
    return {
      text: edited(text, startOf(first), endOfNode(last), isOwn ? edits : []),
      startsWithText: isText(first),
      endsWithText: isText(last),
    };
  }

  private piece(element: Element, edits: readonly TextChange[], indent: string): Piece {
    const { document } = this.of;
    const [start, end] = [startOf(element), endOfNode(element)];
    const all = [...edits, ...reindent(document, start, end, indent)];
    return {
      text: edited(document.text, start, end, all),
      startsWithText: false,
      endsWithText: false,
    };
  }

  private inForce(context: LanguageContext): Map<string, Import> {
    const known = this.imports.get(context);
    if (known) return known;
    const found = new Map(importsOf(context).map((one) => [one.name, one]));
    this.imports.set(context, found);
    return found;
  }

  private importsFor(page: LanguageContext): string[] {
    const own = this.inForce(this.of);
    const there = this.inForce(page);
    const needed = new Set<string>();
    for (const { element, place } of elementsIn(this.drawn, this.root)) {
      if (place.reading.as !== 'call') continue;
      const name = localOf(element.tag.name);
      const [mine, pages] = [own.get(name), there.get(name)];
      const isSame = mine?.component === pages?.component && mine?.from === pages?.from;
      if (pages && !isSame) refuse(`${name} is another component in the page.`);
      if (mine && !pages) needed.add(mine.text);
    }
    return [...needed];
  }
}

/** Pieces side by side; white space beside a text would become part of it. */
function joined(pieces: readonly Piece[], line: string): string {
  let made = '';
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    const isApart = before && before.text !== '' && piece.text !== '';
    made += (isApart && !before.endsWithText && !piece.startsWithText ? line : '') + piece.text;
  }
  return made;
}

function refuse(why: string): never {
  throw new RefactoringRefused(why);
}
