import { localOf } from '../../syntax/names.js';
import type { ElementRule } from '../rule.js';

/** Behind an else no other branch runs; a second else runs as if it belonged to the first. */
export const branches: ElementRule = (element, { place, report }) => {
  const isIf = localOf(element.tag.name) === 'if';
  let hasElse = false;
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const { as, name } = place.enter(child.tag.name).reading;
    if (as !== 'branch') {
      if (!isIf) hasElse = false;
      continue;
    }
    if (hasElse) {
      const message = `<${child.tag.name}> stands behind <q:else>: write the else last, and once.`;
      report.atName('second-else', child, message);
    }
    hasElse ||= name === 'q:else';
  }
};
