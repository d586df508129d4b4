import type { Element } from '../../syntax/element.js';
import { addAttribute } from '../fixes.js';
import { attributeNamed, said, textsIn, valueOf } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** Tags that parse and never do what they are for. */
export const uselessTags: ElementRule = (element, context) => {
  const { place, report } = context;
  const { name } = element.tag;
  const tag = place.read?.name;
  if (place.reading.as === 'call') namedSlots(element, context);
  switch (tag) {
    case 'q:dispatchEvent':
    case 'q:decorator':
    case 'q:pydecorator':
      report.atName('never-works', element, `<${name}> fails whenever it runs: remove it.`);
      break;
    case 'q:onEvent':
      report.atName('never-fires', element, 'Nothing ever sends events: this never runs.');
      break;
    case 'q:invoke': {
      const component = attributeNamed(element, 'component');
      if (!component) break;
      const message =
        'q:invoke cannot call a component: it fails whenever it runs. Call it as a tag.';
      report.atAttributeName('never-works', element, component, message);
      break;
    }
    case 'q:websocket':
      handlers(element, context);
      break;
    case 'q:llm':
    case 'q:agent':
      asked(element, tag, context);
      break;
    case 'q:component':
      if (place.parent || said(element, 'name') !== '') break;
      report.atName('nameless-component', element, 'Without a name the title is "<string>".', {
        fixes: () => [{ title: 'Add name', edits: addAttribute(element, 'name', '') }],
      });
      break;
    case 'q:application':
      applicationType(element, context);
      break;
    default:
  }
};

function applicationType(element: Element, { catalogue, report }: ElementContext): void {
  const type = attributeNamed(element, 'type');
  if (!type || catalogue.applicationTypes.some(({ name }) => name === valueOf(type))) return;
  const message = `An application of type "${valueOf(type)}" holds nothing: write ui, terminal or game.`;
  report.atValue('unknown-application-type', element, type, message);
}

const events = new Set(['connect', 'open', 'message', 'error', 'close', 'disconnect']);

function handlers(element: Element, { place, report }: ElementContext): void {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const { name } = place.enter(child.tag.name).reading;
    if (!name?.startsWith('q:on-') || events.has(name.slice('q:on-'.length))) continue;
    const message = `<${child.tag.name}> never runs: write on-${[...events].join(', on-')}.`;
    report.atName('never-fires', child, message);
  }
}

function asked(element: Element, tag: string, { place, report, source }: ElementContext): void {
  const wanted = tag === 'q:llm' ? ['q:prompt', 'q:message'] : ['q:execute'];
  const [first = ''] = wanted;
  const isAsked = element.children.some((child) => {
    if (child.kind !== 'element') return false;
    const name = place.enter(child.tag.name).reading.name ?? '';
    if (!wanted.includes(name)) return false;
    return tag === 'q:agent' || textsIn(child, source).join('').trim() !== '';
  });
  if (isAsked || (tag === 'q:agent' && place.parent?.reading.name === 'q:team')) return;
  report.atName(
    'nothing-asked',
    element,
    `This asks nothing and fails when it runs: write <${first}>.`,
  );
}

function namedSlots(element: Element, { report }: ElementContext): void {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const slot = attributeNamed(child, 'slot');
    if (!slot || valueOf(slot) === '' || valueOf(slot) === 'default') continue;
    const message = 'Content goes to the default slot: a named one always shows its own.';
    report.atAttributeName('named-slot-content', child, slot, message);
  }
}
