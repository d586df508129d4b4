import type { ScopeRule } from './scopeRule.js';

/** Functions nobody can call: a built-in one of their name comes first. */
export const functionNames: ScopeRule = ({ scope, catalogue, report }) => {
  for (const { name, element, attribute } of scope.names.functions.values()) {
    if (!attribute || !catalogue.functions.some((one) => one.name === name)) continue;
    const message = `${name} is a built-in function, so this one is never called: give it another name.`;
    report.atValue('built-in-function-name', element, attribute, message);
  }
};
