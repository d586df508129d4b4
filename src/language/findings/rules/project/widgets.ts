import { attributeOf } from '../../../syntax/token.js';
import { setValue } from '../../fixes.js';
import { isOn } from '../../../syntax/booleans.js';
import { listed, literalOf, meantFixes, type ProjectElementRule } from './projectElementRule.js';

/** `ui:pager`, `ui:stream`, `ui:table sort`, `ui:history`, `ui:input search`: each names a partner. */
export const widgets: ProjectElementRule = (element, context) => {
  switch (element.tag.name) {
    case 'ui:pager':
      pager(element, context);
      return;
    case 'ui:stream':
      stream(element, context);
      return;
    case 'ui:table':
      sorting(element, context);
      return;
    case 'ui:history':
      history(element, context);
      return;
    case 'ui:input':
      search(element, context);
  }
};

const pager: ProjectElementRule = (element, { parts, report }) => {
  const found = literalOf(element, 'for');
  if (!found) return;
  const { attribute, value } = found;
  const query = parts.queries.find(({ name }) => name === value);
  if (query?.isPaginated) return;
  const paginated = parts.queries.filter((one) => one.isPaginated).map(({ name }) => name);
  const { fixes } = meantFixes(element, attribute, value, paginated);
  report.atValue(
    'widget-target',
    element,
    attribute,
    query
      ? `The query "${value}" has no paginate="true": drawing the pager fails.`
      : `There is no paginated q:query "${value}" on this page (there: ${listed(paginated)}): drawing the pager fails.`,
    { fixes: () => (query ? [] : fixes) },
  );
};

const stream: ProjectElementRule = (element, { parts, report }) => {
  const found = literalOf(element, 'for');
  if (!found || parts.llms.includes(found.value)) return;
  const { fixes } = meantFixes(element, found.attribute, found.value, parts.llms);
  report.atValue(
    'widget-target',
    element,
    found.attribute,
    `There is no q:llm "${found.value}" on this page (there: ${listed(parts.llms)}): drawing the stream fails.`,
    { fixes: () => fixes },
  );
};

const sorting: ProjectElementRule = (element, { parts, report }) => {
  if (!isOn(element, 'sort')) return;
  const source = attributeOf(element.tag, 'source');
  const name = /^\s*\{\s*(\w+)\s*\}\s*$/.exec(source?.value ?? '')?.[1];
  const query = parts.queries.find((one) => one.name === name);
  const sort = attributeOf(element.tag, 'sort');
  if (!query || query.isSortable || !sort || query.name === '') return;
  report.atValue(
    'widget-target',
    element,
    sort,
    `The query "${query.name}" has no sortable="true", which sort="true" needs: drawing the table fails.`,
  );
};

const history: ProjectElementRule = (element, { project, report }) => {
  const found = literalOf(element, 'datasource');
  const declared = project?.configuration?.datasources.find(({ name }) => name === found?.value);
  if (!found || !declared || declared.keepsHistory) return;
  report.atValue(
    'widget-target',
    element,
    found.attribute,
    `The datasource "${found.value}" keeps no history: drawing this fails. Add history: true to it in quantum.config.yaml.`,
  );
};

const search: ProjectElementRule = (element, { parts, report }) => {
  const found = literalOf(element, 'search');
  if (!found || parts.ids.includes(found.value)) return;
  // An id with braces may become the one that is looked for.
  if (parts.ids.some((id) => id.includes('{'))) return;
  const { attribute, value } = found;
  const { fixes } = meantFixes(element, attribute, value, parts.ids);
  report.atValue(
    'unknown-id',
    element,
    attribute,
    `No element of this page has id="${value}", whose content the search replaces: drawing the field fails.`,
    { fixes: () => fixes },
  );
};

/** `<q:invoke service="shop.prices">`: what no module declares, a function the page does not have. */
export const invokes: ProjectElementRule = (element, { parts, project, report }) => {
  if (element.tag.name !== 'q:invoke') return;
  const targets = ['function', 'url', 'service', 'component'].filter((name) =>
    attributeOf(element.tag, name),
  );
  if (targets.length === 0) {
    report.atName(
      'invoke-target',
      element,
      'q:invoke needs one of function=, url= and service=: without it the page fails.',
    );
    return;
  }
  const second = targets[1] === undefined ? undefined : attributeOf(element.tag, targets[1]);
  if (second) {
    report.atAttributeName(
      'invoke-target',
      element,
      second,
      `q:invoke calls one thing: ${targets.join('= and ')}= together are refused by quantum run. Keep one.`,
    );
    return;
  }
  const component = attributeOf(element.tag, 'component');
  if (component) {
    report.atAttributeName(
      'invoke-target',
      element,
      component,
      'Calling a component by q:invoke always fails: write its tag where it is to be drawn.',
    );
  }
  const called = literalOf(element, 'function');
  if (called && !parts.functions.includes(called.value)) {
    const { fixes } = meantFixes(element, called.attribute, called.value, parts.functions);
    report.atValue(
      'invoke-target',
      element,
      called.attribute,
      `This page has no q:function "${called.value}" (there: ${listed(parts.functions)}): the call fails.`,
      { fixes: () => fixes },
    );
  }
  const service = literalOf(element, 'service');
  const services = project?.services();
  if (!service || !services || services.has(service.value)) return;
  const { fixes } = meantFixes(element, service.attribute, service.value, services.keys());
  report.atValue(
    'unknown-service',
    element,
    service.attribute,
    `No module below services: in quantum.config.yaml declares @service("${service.value}"): the call fails, whatever onerror= says.`,
    { fixes: () => fixes },
  );
};

/** `<q:redirect>` without an address, or with a status that is none. */
export const redirects: ProjectElementRule = (element, { report }) => {
  if (element.tag.name !== 'q:redirect') return;
  const status = literalOf(element, 'status');
  if (!status || !/^\d+$/.test(status.value.trim())) return;
  if (['301', '302', '303', '307', '308'].includes(status.value.trim())) return;
  report.atValue(
    'redirect-status',
    element,
    status.attribute,
    `${status.value} redirects nobody: use 301, 302, 303, 307 or 308.`,
    {
      fixes: () => [
        {
          title: 'Write "302"',
          edits: setValue(element, status.attribute, '302'),
          isPreferred: true,
        },
      ],
    },
  );
};
