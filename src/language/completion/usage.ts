import type { CatalogueTag } from '../catalogue/types.js';

/** Tags by how often pages have them, for lists that would else begin with the alphabet. */
const usualTags = (
  'q:component q:if q:else q:elseif q:loop q:param q:query q:set q:action q:import q:invoke q:redirect q:flash ' +
  'q:function q:return q:slot q:transaction q:data q:mail q:file q:log q:test test:visit test:submit test:expect ' +
  'test:given test:as ui:form ui:formitem ui:input ui:button ui:select ui:option ui:hbox ui:vbox ui:table ' +
  'ui:column ui:card ui:card-body ui:link ui:text ui:alert ui:list ui:item ui:panel ui:grid ui:image ui:badge'
).split(' ');

/** Attributes people write first, in the order they write them; `*` ends what a new tag is given. */
const usualAttributes: Readonly<Record<string, string>> = {
  'q:component': 'name * require_auth require_role login_url',
  'q:param': 'name type * required default minlength maxlength min max pattern enum',
  'q:param@q:query': 'name value type *',
  'q:param@q:invoke': 'name value * type',
  'q:query': 'name datasource * paginate page pageSize onerror',
  'q:set': 'name value * type default operation',
  'q:loop': 'var items * query type from to step index',
  'q:import': 'component from * as',
  'q:action': 'name method * table datasource columns',
  'q:invoke': 'name service * function url method onerror',
  'q:redirect': 'url * flash',
  'q:flash': 'type message *',
  'q:function': 'name * returnType',
  'q:data': 'name source type *',
  'q:column': 'name type *',
  'q:test': 'name page *',
  'test:visit': 'path *',
  'test:submit': 'action *',
  'test:expect': 'text * table where count redirect flash no-text error',
  'test:as': 'user role * id',
  'test:given': 'table *',
  'ui:form': 'on-submit *',
  'ui:formitem': 'label *',
  'ui:input': 'bind * value type placeholder rows',
  'ui:select': 'bind * value source',
  'ui:checkbox': 'bind label *',
  'ui:option': 'value label *',
  'ui:button': 'variant * on-click',
  'ui:link': 'to *',
  'ui:table': 'source *',
  'ui:column': 'key label *',
  'ui:list': 'source *',
  'ui:image': 'src alt *',
  'ui:card': '* title',
  'ui:alert': '* variant',
};

/** What usually stands in a tag or an element, the most usual first. */
const usualIn: Readonly<Record<string, string>> = {
  'q:component':
    'q:param q:import q:set q:query q:action q:if q:invoke q:redirect q:loop q:function',
  'q:action': 'q:param q:query q:redirect q:if q:invoke q:flash q:set q:transaction q:loop',
  'q:function': 'q:param q:set q:if q:loop q:return',
  'q:transaction': 'q:query q:set q:if q:invoke',
  'q:query': 'q:param',
  'q:if': 'q:else q:elseif q:redirect q:flash q:set q:query q:invoke q:if q:loop',
  'q:else': 'q:redirect q:flash q:set q:query q:invoke q:if q:loop',
  'q:elseif': 'q:redirect q:flash q:set q:query q:invoke q:if q:loop',
  'q:test': 'test:visit test:submit test:expect test:given test:as',
  'ui:form': 'ui:formitem ui:input ui:button ui:hbox ui:select ui:checkbox',
  'ui:formitem': 'ui:input ui:select ui:checkbox',
  html: 'head body',
  head: 'title meta link style script',
  table: 'thead tbody tr caption tfoot colgroup',
  thead: 'tr',
  tbody: 'tr q:loop q:if',
  tfoot: 'tr',
  tr: 'td th',
  ul: 'li q:loop q:if',
  ol: 'li q:loop q:if',
  menu: 'li',
  dl: 'dt dd div q:loop',
  select: 'option optgroup q:loop',
  optgroup: 'option',
  datalist: 'option',
  figure: 'img figcaption',
  picture: 'source img',
  audio: 'source track',
  video: 'source track',
  details: 'summary p',
  fieldset: 'legend label input',
  svg: 'path g rect circle line polyline polygon ellipse text title defs use',
  g: 'path rect circle line polyline polygon ellipse text g',
  defs: 'linearGradient radialGradient clipPath mask marker symbol path',
};

/** The names of what usually stands in `parent`. */
export function usualChildren(parent: string): readonly string[] {
  return Object.hasOwn(usualIn, parent) ? (usualIn[parent]?.split(' ') ?? []) : [];
}

/** How far up a tag belongs: lower is more usual. */
export function tagOrder({ name }: CatalogueTag): number {
  const at = usualTags.indexOf(name);
  return at < 0 ? usualTags.length : at;
}

/** Whether a tag is among those most pages have. */
export function isUsual(tag: CatalogueTag): boolean {
  return tagOrder(tag) < usualTags.length;
}

/** The attributes people write first, and how many of them a new tag is given. */
export function usualAttributesOf({ name, context }: CatalogueTag): {
  readonly names: readonly string[];
  readonly given: number;
} {
  const text = usualAttributes[context === null ? name : `${name}@${context}`];
  if (text === undefined) return { names: [], given: 0 };
  const words = text.split(' ');
  return { names: words.filter((word) => word !== '*'), given: words.indexOf('*') };
}
