import { endOf } from '../../../syntax/token.js';
import type { SyntaxDocument } from '../../../syntax/document.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import type { Fix } from '../../finding.js';
import { listed, literalOf, meantFixes, type ProjectElementRule } from './projectElementRule.js';

const events: Readonly<Record<string, string>> = {
  'ui:button': 'on-click',
  'ui:form': 'on-submit',
};

/** `<ui:button on-click="save">` without such a `q:action`, `bind` that the action does not take. */
export const actions: ProjectElementRule = (element, { parts, report }) => {
  const event = events[element.tag.name];
  if (event === undefined || !isInComponent(element)) return;
  const found = literalOf(element, event);
  if (!found) return;
  const { attribute } = found;
  const name = found.value.trim().replace(/\(\)$/, '');
  const names = parts.actions.map((action) => action.name);
  const action = parts.actions.find((one) => one.name === name);
  if (!action) {
    const { fixes } = meantFixes(element, attribute, name, names);
    report.atValue(
      'unknown-action',
      element,
      attribute,
      `This page has no q:action "${name}" (there: ${listed(names)}): drawing it fails.`,
      { fixes: (document) => [...fixes, createAction(document, name, element)] },
    );
    return;
  }
  if (event === 'on-submit' && !action.hasTable) binds(element, name, action.params, report);
};

function binds(
  form: Element,
  action: string,
  params: readonly string[],
  report: Parameters<ProjectElementRule>[1]['report'],
): void {
  if (params.length === 0) return;
  for (const field of descendants(form)) {
    if (!fields.has(field.tag.name)) continue;
    const bind = literalOf(field, 'bind');
    if (!bind || params.includes(bind.value)) continue;
    const { guess, fixes } = meantFixes(field, bind.attribute, bind.value, params);
    // A field nobody declared still arrives in form.x: only a near miss is surely a slip.
    if (guess === undefined) continue;
    report.atValue(
      'field-without-param',
      field,
      bind.attribute,
      `The action "${action}" takes no parameter "${bind.value}": what is typed here is lost to "${guess}".`,
      { fixes: () => fixes },
    );
  }
}

const fields = new Set(['ui:input', 'ui:select', 'ui:checkbox', 'ui:radio', 'ui:switch']);

/** All elements below one. */
export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    yield child;
    yield* descendants(child);
  }
}

/** Applications have events of their own. */
function isInComponent(element: Element): boolean {
  let at = element;
  while (at.parent) at = at.parent;
  return at.tag.name === 'q:component';
}

/** The action with a parameter for each field of the form, first thing in the page. */
function createAction(document: SyntaxDocument, name: string, element: Element): Fix {
  const [root] = document.roots;
  const at = root ? endOf(root.tag) : 0;
  const params = [...descendants(element)].flatMap((field) => {
    const bind = fields.has(field.tag.name) ? attributeOf(field.tag, 'bind')?.value : null;
    return bind ? [`\n    <q:param name="${bind}" />`] : [];
  });
  const text = `\n  <q:action name="${name}">${params.join('')}\n  </q:action>`;
  return { title: `Create the action "${name}"`, edits: [{ start: at, end: at, text }] };
}

/** A hidden field that names an action, on a page with several where none has that name. */
export const hiddenAction: ProjectElementRule = (element, { parts, report }) => {
  if (element.tag.name !== 'input' || parts.actions.length < 2) return;
  if (attributeOf(element.tag, 'name')?.value !== 'action') return;
  if (attributeOf(element.tag, 'type')?.value !== 'hidden' || !postsHere(element)) return;
  const found = literalOf(element, 'value');
  const names = parts.actions.map(({ name }) => name);
  if (!found || names.includes(found.value)) return;
  const { fixes } = meantFixes(element, found.attribute, found.value, names);
  report.atValue(
    'unknown-action',
    element,
    found.attribute,
    `This page has no q:action "${found.value}" (there: ${listed(names)}): the form is answered with 400.`,
    { fixes: () => fixes },
  );
};

/** Whether the form around it sends to the page itself. */
function postsHere(element: Element): boolean {
  for (let at = element.parent; at; at = at.parent)
    if (at.tag.name === 'form') {
      const action = attributeOf(at.tag, 'action')?.value ?? '';
      return action === '' && attributeOf(at.tag, 'method')?.value?.toLowerCase() === 'post';
    }
  return false;
}

/** `onclick="save()"`, where `save` is a `q:function`: those live on the server. */
export const browserHandlers: ProjectElementRule = (element, { parts, report }) => {
  if (element.tag.name.startsWith('q:')) return;
  for (const attribute of element.tag.attributes) {
    if (!/^on[a-z]+$/.test(attribute.name) || !attribute.value) continue;
    const match = /^\s*(?:return\s+)?([A-Za-z_]\w*)\s*\(/.exec(attribute.value);
    const name = match?.[1];
    if (match === null || name === undefined || !parts.functions.includes(name)) continue;
    const from = match[0].indexOf(name);
    report.atValue(
      'server-function-in-handler',
      element,
      attribute,
      `"${name}" is a q:function, which runs on the server: the browser knows no such function. Send a form to a q:action instead.`,
      { from, to: from + name.length },
    );
  }
};
