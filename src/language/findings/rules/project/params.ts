import { isServed, routeParameters } from '../../../project/routes.js';
import { isComponentName } from '../../../project/summarise.js';
import { addAttribute, removeAttribute } from '../../fixes.js';
import { attributeOf } from '../../../syntax/token.js';
import { isRequired } from '../../../syntax/booleans.js';
import { literalOf, type ProjectElementRule } from './projectElementRule.js';

/**
 * A required `q:param` of a page that nothing fills: the parameters of a page are the `[name]`s of its path.
 * Components get theirs from their calls.
 */
export const params: ProjectElementRule = (element, { path, project, report }) => {
  if (element.tag.name !== 'q:param' || !project || path === null) return;
  if (element.parent?.parent !== null || element.parent.tag.name !== 'q:component') return;
  const required = attributeOf(element.tag, 'required');
  const name = literalOf(element, 'name')?.value;
  if (!required || !isRequired(element) || name === undefined) return;
  if (attributeOf(element.tag, 'default') !== undefined) return;
  const below = project.componentPath(path);
  if (below === null || !isServed(below) || routeParameters(below).includes(name)) return;
  // What is named like a component will be called, though nothing calls it yet.
  if (isComponentName(path.slice(path.lastIndexOf('/') + 1))) return;
  if (project.usesOf(path).some((use) => use.path !== path)) return;
  report.atAttributeName(
    'unfilled-param',
    element,
    required,
    `Only a [${name}] in the path of the file would fill this parameter: every request for the page fails. What stands behind ? in an address is in query.${name}.`,
    {
      fixes: ({ text }) => [
        { title: 'Add a default', edits: addAttribute(element, 'default', '') },
        { title: 'Remove required', edits: removeAttribute(element, required, text) },
      ],
    },
  );
};
