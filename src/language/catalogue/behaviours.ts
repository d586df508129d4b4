import type { Behaviours, Family } from './types.js';

const now: Behaviours = {
  htmlSyntax: true,
  unknownTags: 'error',
  elseAfterIf: true,
  uiInComponents: true,
  valuesChecked: true,
  statementsInMarkupRefused: true,
  undefinedNamesFail: true,
  logicalOperators: true,
  expressionsInRanges: true,
  itemsMeanArray: true,
  typedSets: true,
  importPaths: true,
  routeParameters: true,
  tests: true,
  invokeArguments: 'value',
  datasources: 'config',
};
const before100 = { ...now, valuesChecked: false, typedSets: false, expressionsInRanges: false };
const before022 = { ...before100, tests: false };
const before016: Behaviours = {
  ...before022,
  unknownTags: 'dropped',
  uiInComponents: false,
  statementsInMarkupRefused: false,
  undefinedNamesFail: false,
  logicalOperators: false,
};
const legacy: Behaviours = {
  ...before016,
  htmlSyntax: false,
  elseAfterIf: false,
  itemsMeanArray: false,
  importPaths: false,
  routeParameters: false,
  invokeArguments: 'default',
  datasources: 'admin',
};

/** How releases of a family behave, beyond tags and attributes. */
export function behavioursOf(family: Family): Behaviours {
  switch (family) {
    case '1.0':
      return now;
    case '0.22':
      return before100;
    case '0.16':
      return before022;
    case '0.9':
      return before016;
    case 'legacy2026':
    case 'legacy2025':
      return legacy;
    default:
      return family satisfies never;
  }
}
