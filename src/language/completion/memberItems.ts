import type { ResultField } from '../catalogue/types.js';
import type { Element } from '../syntax/element.js';
import { paramsOf } from './actionNames.js';
import type { Definition } from '../scope/definition.js';
import { columnsOf, fieldsOfRows } from './columns.js';
import { enclosing, namesOf } from './elementNames.js';
import type { ItemList } from './item.js';
import type { LanguageContext } from './languageContext.js';
import { columnNames, linkedKeys, scopeKeys } from './projectNames.js';
import { variableAt } from './variables.js';

const requestFields = ['method', 'path', 'url'];

/** Adds what can stand behind the point of `path`. */
export function addMembers(
  list: ItemList,
  context: LanguageContext,
  element: Element,
  path: readonly string[],
  written: string,
): void {
  const [name, ...steps] = path;
  if (name === undefined) return;
  const variable = variableAt(context, element, name);
  if (variable) {
    const { definition } = variable;
    if (definition.results !== null) addResults(list, context, definition.results, steps);
    if (steps.length === 0) {
      for (const column of columnsOf(context, element, name) ?? []) {
        list.add(10, { label: column, kind: 'column', description: name });
      }
    }
  }
  if (steps.length === 0) {
    addScoped(list, context, element, name);
  }
  // What others read of it in this document.
  for (const property of context.names.propertiesRead(path, written)) {
    list.add(30, { label: property, kind: 'field' });
  }
  if (isShapeKnown(context, variable?.definition ?? null, steps)) return;
  // Nobody can tell what it has. What is read of other things is the best guess there is.
  for (const property of context.names.allPropertiesRead(written)) {
    list.add(50, { label: property, kind: 'field' });
  }
  for (const column of columnNames(context)) list.add(60, { label: column, kind: 'column' });
}

/** Whether all that can be read of it has been said: rows of a query, results, scopes. */
function isShapeKnown(
  context: LanguageContext,
  definition: Definition | null,
  steps: readonly string[],
): boolean {
  if (!definition) return true;
  if (definition.results !== null) return true;
  return steps.length === 0 && fieldsOfRows(context, definition.element) !== null;
}

/** Names set in a scope, and fields of forms. */
function addScoped(list: ItemList, context: LanguageContext, element: Element, name: string): void {
  const around = context.names.around(element);
  for (const definition of around?.scope.names.scoped ?? []) {
    if (definition.scope !== name) continue;
    list.add(10, { label: definition.name, kind: 'variable', description: definition.place.name });
  }
  for (const key of scopeKeys(context, name)) list.add(14, { label: key, kind: 'variable' });
  if (name === 'request') {
    for (const field of requestFields) list.add(12, { label: field, kind: 'field' });
  }
  if (name === 'query') {
    for (const key of linkedKeys(context)) list.add(14, { label: key, kind: 'field' });
  }
  if (name !== 'form') return;
  const action = enclosing(element, 'q:action');
  for (const { name: param, type } of action ? paramsOf(action) : []) {
    list.add(10, { label: param, kind: 'field', detail: type ?? '' });
  }
  for (const field of [
    ...namesOf(context.document, 'name', 'input', 'select', 'textarea'),
    ...namesOf(context.document, 'bind', 'ui:input', 'ui:select', 'ui:checkbox', 'ui:radio'),
  ]) {
    list.add(15, { label: field, kind: 'field' });
  }
}

function addResults(
  list: ItemList,
  { catalogue }: LanguageContext,
  results: string,
  steps: readonly string[],
): void {
  let fields: readonly ResultField[] = catalogue.results[results] ?? [];
  for (const step of steps) fields = fields.find(({ name }) => name === step)?.fields ?? [];
  for (const { name, optional } of fields) {
    list.add(optional ? 12 : 10, {
      label: name,
      kind: 'field',
      description: optional ? 'not always there' : '',
      data: { of: 'result', results, path: [...steps, name] },
    });
  }
}
