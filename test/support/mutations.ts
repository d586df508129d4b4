import type { Catalogue } from '../../src/language/catalogue/types.js';
import type { Written, WrittenElement } from './generatedPages.js';
import type { Random } from './random.js';

/** Changes one thing of a tree of elements, as people get things wrong. */
export function mutateTree(root: WrittenElement, catalogue: Catalogue, random: Random): void {
  const all = elementsOf(root);
  const element = random.pick(all);
  const attribute = element.attributes.length > 0 ? random.pick(element.attributes) : null;
  const tag = random.pick(catalogue.tags.filter(({ local }) => local !== 'scene-include'));
  switch (random.below(12)) {
    case 0:
      element.name = random.pick([
        tag.name,
        `q:${random.pick(['div', 'sett', 'header', 'else', 'persist', 'param'])}`,
        tag.local,
        'DIV',
        element.name.replace(/^q:/, ''),
      ]);
      break;
    case 1:
      element.attributes = element.attributes.filter((one) => one !== attribute);
      break;
    case 2:
      if (attribute)
        attribute[0] = random.pick([
          attribute[0].toUpperCase(),
          `${attribute[0]}s`,
          attribute[0].toLowerCase(),
        ]);
      break;
    case 3:
      if (attribute)
        attribute[1] = random.pick([
          '',
          'abc',
          '-1',
          '0',
          '2',
          '{x}',
          'true',
          'TEXT',
          'fail',
          'http://x',
          ' 5 ',
          '١',
        ]);
      break;
    case 4:
      if (attribute) attribute[1] = null;
      break;
    case 5:
      if (attribute) element.attributes.push([...attribute]);
      break;
    case 6: {
      const { attributes } = tag;
      if (attributes.length > 0) {
        const { name } = random.pick(attributes);
        if (!element.attributes.some(([one]) => one === name))
          element.attributes.push([name, random.pick(['x', 'true', '1', ''])]);
      }
      break;
    }
    case 7: {
      const removed = tag.attributes.filter((one) => one.removed);
      const own =
        catalogue.tags
          .find(({ name }) => name === element.name)
          ?.attributes.filter((one) => one.removed) ?? removed;
      if (own.length > 0) element.attributes.push([random.pick(own).name, 'x']);
      break;
    }
    case 8:
      moveSomewhere(element, root, all, random);
      break;
    case 9:
      element.children.splice(
        random.below(element.children.length + 1),
        0,
        random.pick(additions(random)),
      );
      break;
    case 10:
      element.children.splice(random.below(element.children.length + 1), 1);
      break;
    default: {
      const copy = structuredClone(random.pick(all));
      element.children.splice(random.below(element.children.length + 1), 0, copy);
    }
  }
}

function additions(random: Random): Written[] {
  const element = (name: string, attributes: [string, string | null][] = []): WrittenElement => ({
    name,
    attributes,
    children: random.chance(0.5) ? ['{total}'] : [],
  });
  return [
    'some text :id {id}',
    element('q:set', [
      ['name', 'total'],
      ['value', '{1}'],
    ]),
    element('q:else'),
    element('else'),
    element('q:flash', [['message', 'x']]),
    element('q:return', [['value', '1']]),
    element('q:param', [
      ['name', 'id'],
      ['value', '1'],
    ]),
    element('ui:buton'),
    element('qtest:case'),
    element('qg:scene'),
    element('slot'),
    element('q:query', [['datasource', 'db']]),
    element('q:div'),
    element('svg', [['viewBox', '0 0 1 1']]),
  ];
}

function moveSomewhere(
  element: WrittenElement,
  root: WrittenElement,
  all: readonly WrittenElement[],
  random: Random,
): void {
  if (element === root) return;
  const parent = all.find(({ children }) => children.includes(element));
  const within = new Set(elementsOf(element));
  const targets = all.filter((one) => !within.has(one));
  if (!parent || targets.length === 0) return;
  parent.children.splice(parent.children.indexOf(element), 1);
  const target = random.pick(targets);
  target.children.splice(random.below(target.children.length + 1), 0, element);
}

function elementsOf(written: Written): WrittenElement[] {
  if (typeof written === 'string') return [];
  return [written, ...written.children.flatMap(elementsOf)];
}

/** Changes a character or two of a file. */
export function mutateText(text: string, random: Random): string {
  const at = random.below(text.length);
  const marks = [...text.matchAll(/["'<>=/&\s{]/g)].map(({ index }) => index);
  const mark = marks.length > 0 ? random.pick(marks) : at;
  switch (random.below(4)) {
    case 0:
      return text.slice(0, mark) + text.slice(mark + 1);
    case 1:
      return text.slice(0, mark) + text.charAt(mark) + text.slice(mark);
    case 2:
      return (
        text.slice(0, at) +
        random.pick([
          '<',
          '>',
          '&',
          '"',
          '=',
          '/',
          'x',
          ' ',
          '&zzz;',
          '--',
          '\u0001',
          '\u00a0',
          '<!--',
          '<![CDATA[',
          '</p>',
          '<br>',
          '<script>',
          ']]>',
        ]) +
        text.slice(at)
      );
    default: {
      const length = 1 + random.below(8);
      return text.slice(0, at) + text.slice(at + length);
    }
  }
}
