import type { ConfigurationNode, ConfigurationScalar } from '../configurationDocument.js';
import type { ConfigurationFinding } from '../configurationFinding.js';
import { findMalformedReferences } from '../environmentReferences.js';
import { finding, replacement, type RuleContext } from './rule.js';

/** References to the environment that will not be there, or are none. */
export function* referenceRules({
  document,
  environment,
}: RuleContext): Iterable<ConfigurationFinding> {
  for (const scalar of scalars(document.content, new Set())) {
    if (!scalar.source.includes('$')) continue;
    for (const reference of scalar.references) {
      const { name, default: fallback } = reference;
      const isSet = environment === undefined || environment[name] !== undefined;
      if (isSet || fallback !== undefined) continue;
      const sentence = `The environment variable ${name} is not set here and has no default: where that is so, the server stops at start and \`quantum check\` crashes. Set it for the server (nothing reads \`.env\`) or give a default, \`\${${name}:-…}\`.`;
      const fix = replacement('Give it an empty default', reference, `\${${name}:-}`);
      yield finding('config-unset-variable', reference, sentence, fix);
    }
    for (const malformed of findMalformedReferences(scalar.source, scalar.start)) {
      const sentence = `\`${malformed.text}\` stays as it is written. A reference is \`\${NAME}\`, \`\${NAME:-default}\` or \`\${NAME:default}\`, the name of letters, digits and \`_\`; \`$$\` is a dollar sign.`;
      yield finding('config-malformed-reference', malformed, sentence, ...repair(malformed));
    }
  }
}

function repair(malformed: {
  text: string;
  start: number;
  end: number;
}): ReturnType<typeof replacement>[] {
  const parts =
    /^\$\{\s*(?<name>[A-Za-z_][\w.-]*?)\s*(?:(?::-|:|-|:?=|:?\?)(?<fallback>[^}]*))?\}$/u.exec(
      malformed.text,
    )?.groups;
  if (parts?.['name'] === undefined) return [];
  const name = parts['name'].replaceAll(/[.-]/gu, '_');
  const fallback = parts['fallback'] === undefined ? '' : `:-${parts['fallback']}`;
  const written = `\${${name}${fallback}}`;
  return [replacement(`Change to \`${written}\``, malformed, written)];
}

/** Every value, keys left out: the framework replaces references in values only. Shared ones come once. */
function* scalars(
  node: ConfigurationNode | undefined,
  seen: Set<ConfigurationNode>,
): Iterable<ConfigurationScalar> {
  if (node === undefined || seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'sequence') for (const item of node.items) yield* scalars(item, seen);
  else for (const entry of node.entries) yield* scalars(entry.value, seen);
}
