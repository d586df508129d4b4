import { attributeNamed, valueOf } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Applications of types that were removed; without a type one is of the kind `html`. */
export const applicationType: ElementRule = (element, { place, catalogue, report }) => {
  if (place.reading.as !== 'root' || place.reading.name !== 'q:application') return;
  const attribute = attributeNamed(element, 'type');
  const type = attribute ? valueOf(attribute) : 'html';
  const known = catalogue.applicationTypes.find(({ name }) => name === type);
  if (!known?.removed) return;
  const { removed } = known;
  const code = 'removed-application-type';
  if (attribute) {
    report.atValue(code, element, attribute, `type="${type}": ${removed}`, { tag: 'deprecated' });
  } else {
    const message = `Without a type this is an application of the kind "html". ${removed}`;
    report.atName(code, element, message);
  }
};
