import type { Expression } from '../../../expression/ast.js';
import { childrenOf } from '../../../expression/walk.js';
import { spanOf } from '../../../scope/expressionUse.js';
import { setValue } from '../../fixes.js';
import type { UseRule } from './scopeRule.js';

/**
 * `{query.page or 1}` in a statement: a key that is not there ends the page before `or` is asked. Only a
 * reference by itself is empty then, and `default` fills it in.
 */
export const absentKeys: UseRule = (use, { catalogue, report }) => {
  if (use.mode !== 'statement' || use.parsed.problems.length > 0 || !use.parsed.ast) return;
  const scopes = new Set(catalogue.scopes.map(({ name }) => name));
  for (const node of alternatives(use.parsed.ast)) {
    const [key, ...rest] = node.operands;
    if (key?.kind !== 'member' || key.object.kind !== 'name' || !scopes.has(key.object.name))
      continue;
    const written = `${key.object.name}.${key.property.name}`;
    const { start, end } = spanOf(use, node);
    const message = `While ${written} is absent the page stops here with an error: "or" comes too late. Write {${written}} alone and give the other value as default="…".`;
    const { attribute, element, isWhole } = use;
    const other = rest.length === 1 && rest[0]?.kind === 'string' ? rest[0].value : null;
    const isPlain = isWhole && node === use.parsed.ast && attribute?.name === 'value';
    const canMend = isPlain && other !== null && !/["&<{}]/.test(other);
    report.at('absent-scope-key', use.anchor, start, end, message, {
      ...(canMend
        ? {
            fixes: () => [
              {
                title: `Write {${written}} with default="${other}"`,
                edits: setValue(element, attribute, `{${written}}" default="${other}`),
              },
            ],
          }
        : {}),
    });
  }
};

type Alternatives = Expression & { readonly kind: 'boolean' };

function alternatives(node: Expression): Alternatives[] {
  const inner = [...childrenOf(node)].flatMap(alternatives);
  return node.kind === 'boolean' && node.operator === 'or' ? [node, ...inner] : inner;
}
