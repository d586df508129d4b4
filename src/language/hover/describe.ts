import { neededAttributes } from '../completion/tagSnippet.js';
import type {
  Catalogue,
  CatalogueAttribute,
  CatalogueTag,
  CheckedBy,
  ExpressionFunction,
  ResultField,
  Tier,
} from '../catalogue/types.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import { block, escaped, inline, parts, sentence } from './markdown.js';

const tiers: Record<Tier, string> = {
  core: '',
  ai: 'Needs a language model.',
  experimental: 'Experimental: it may change in any release.',
  laboratory: 'Laboratory: it is being tried out.',
  removed: '',
};

/** What a tag is for, what it needs, where it stands, and what it binds. */
export function describeTag(tag: CatalogueTag): string {
  if (tag.removed !== null)
    return parts(`**${escaped(tag.name)}**, removed`, sentence(tag.removed));
  return parts(
    block(example(tag)),
    sentence(tag.doc),
    tiers[tag.tier],
    placeSentence(tag),
    bindSentence(tag),
    tag.aliasOf !== null && `Another name of ${inline(tag.aliasOf)}.`,
  );
}

function example(tag: CatalogueTag): string {
  const attributes = neededAttributes(tag).map(({ name }) => ` ${name}="…"`);
  const holds = tag.body !== 'none' || (tag.text !== 'none' && tag.oneOf.length === 0);
  const open = `<${tag.name}${attributes.join('')}`;
  return holds ? `${open}>…</${tag.name}>` : `${open} />`;
}

function placeSentence(tag: CatalogueTag): string {
  if (tag.isRoot && tag.parents.length === 0) return 'The outermost element of a file.';
  const parents = tag.context === null ? tag.parents.filter((name) => name !== '*') : [tag.context];
  if (parents.length > 0) return `Stands in ${listed(parents)}.`;
  if (tag.isStatement && tag.mayStandInMarkup) return 'Stands among statements and in markup.';
  if (tag.isStatement) return 'Stands where statements run: in markup it never does.';
  return tag.mayStandInMarkup ? 'Stands in markup.' : '';
}

function bindSentence({ binds }: CatalogueTag): string {
  const names = [
    ...new Set(binds.map(({ pattern }) => pattern.replace('{', '‹').replace('}', '›'))),
  ];
  return names.length === 0 ? '' : `Binds ${listed(names)}.`;
}

function listed(names: readonly string[]): string {
  const written = names.map(inline);
  const last = written.pop() ?? '';
  return written.length === 0 ? last : `${written.join(', ')} and ${last}`;
}

const complaints: Record<Exclude<CatalogueAttribute['required'], false>, string> = {
  parse: 'Required: without it the file is refused.',
  validate: 'Required: checks complain when it is missing.',
  run: 'Required: without it running fails.',
};

const checks: Record<CheckedBy, string> = {
  parse: 'Other values are refused.',
  validate: 'Other values are refused when the file is checked.',
  run: 'Other values fail when it runs.',
  never: 'Nothing complains about other values.',
};

/** What an attribute means, its values, and who needs it. */
export function describeAttribute(tag: CatalogueTag, attribute: CatalogueAttribute): string {
  const { name, type, doc, removed, required, values, aliases } = attribute;
  if (removed !== null) return parts(`**${escaped(name)}**, without effect`, sentence(removed));
  const preset = attribute.default === null ? '' : `, ${inline(attribute.default)} by default`;
  const group = tag.oneOf.find((names) => names.includes(name));
  return parts(
    `**${escaped(name)}**: ${type}${preset}`,
    sentence(doc),
    required !== false && complaints[required],
    group !== undefined && group.length > 1 && `One of ${listed(group)} must be there.`,
    values !== null &&
      values.length > 0 &&
      `${valuesText(values)} ${checks[attribute.valuesCheckedBy]}`,
    attribute.evaluated
      ? type === 'condition'
        ? 'Evaluated as a whole; braces may be left out.'
        : 'Braces are evaluated.'
      : tag.prefix === 'test'
        ? ''
        : 'Braces are not evaluated.',
    aliases.length > 0 && `Also written ${listed(aliases)}.`,
  );
}

function valuesText(values: readonly string[]): string {
  return `Values: ${values.map(inline).join(', ')}.`;
}

/** A function of expressions. */
export function describeFunction({ signature, doc }: ExpressionFunction): string {
  return parts(block(signature, 'text'), sentence(doc));
}

/** The fields of a result, or one of them. */
export function describeResult(
  catalogue: Catalogue,
  results: string,
  path: readonly string[],
): string | null {
  let fields: readonly ResultField[] = catalogue.results[results] ?? [];
  let field: ResultField | undefined;
  for (const step of path) {
    field = fields.find(({ name }) => name === step);
    if (!field) return null;
    fields = field.fields;
  }
  const rows = fields.map(({ name, doc }) => `- ${inline(name)}: ${sentence(doc)}`).join('\n');
  if (!field) return rows === '' ? null : parts('Fields:', rows);
  return parts(sentence(field.doc), field.optional && 'Not always there.', rows);
}

/** A component: its file, props and slots. */
export function describeComponent({ name, path, params, slots }: ComponentSummary): string {
  const props = params
    .map(({ name: prop, type, isRequired, default: preset }) => {
      const rest = isRequired
        ? ', required'
        : preset === null
          ? ''
          : `, ${inline(preset)} by default`;
      return `- ${inline(prop)}: ${escaped(type)}${rest}`;
    })
    .join('\n');
  return parts(
    `**${escaped(name)}**, ${inline(path)}`,
    props,
    slots.length > 0 &&
      `Slots: ${slots.map((slot) => inline(slot === '' ? 'default' : slot)).join(', ')}.`,
  );
}
