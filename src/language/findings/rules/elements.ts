import { foreignElements, htmlElements } from '../../catalogue/htmlElements.js';
import { closest } from '../../catalogue/nearest.js';
import { htmlNames } from '../../place/dispatch.js';
import type { Place } from '../../place/place.js';
import { prefixOf } from '../../syntax/names.js';
import { renameElement } from '../fixes.js';
import type { ElementRule } from '../rule.js';

/** Elements that are not what they look like: in capitals, of no language, of another engine, without a prefix. */
export const elements: ElementRule = (element, { place, report }) => {
  const { name } = element.tag;
  const prefix = prefixOf(name);
  const { as } = place.reading;
  const rename = (to: string, isPreferred: boolean) => ({
    fixes: () => [{ title: `Write <${to}>`, edits: renameElement(element, to), isPreferred }],
  });
  if (as === 'dropped' && prefix === '' && name === name.toUpperCase()) {
    const message = `<${name}> vanishes with all it holds: write elements in small letters.`;
    report.atName('vanishing-element', element, message, rename(name.toLowerCase(), true));
  } else if (prefix === '' && place.parent && isBareTag(place, name)) {
    const message = `<${name}> is taken for <q:${name}>: write that, or another element.`;
    report.atName('bare-tag', element, message, rename(`q:${name}`, false));
  } else if ((prefix === 'qg' || prefix === 'qt') && isInPage(place)) {
    const engine = prefix === 'qg' ? 'game' : 'terminal';
    const message = `<${name}> works in an application of type "${engine}" only.`;
    report.atName('wrong-engine', element, message);
  } else if (as === 'markup' && prefix === '' && !isKnown(place, name)) {
    const guess = closest(name, htmlElements);
    const advice = guess === undefined ? '' : ` Write <${guess}>.`;
    const message = `<${name}> is no element of HTML.${advice}`;
    report.atName(
      'unknown-element',
      element,
      message,
      guess === undefined ? {} : rename(guess, true),
    );
  }
};

function isBareTag({ reading }: Place, name: string): boolean {
  if (htmlNames.has(name)) return false;
  if (reading.as === 'statement' || reading.as === 'part') return reading.name === `q:${name}`;
  return (
    reading.as === 'dropped' &&
    /^(?:param|else|elseif|component|application|route|onEvent)$/.test(name)
  );
}

function isInPage(place: Place): boolean {
  const { as } = place.reading;
  return as === 'markup' || as === 'statement' || as === 'dropped';
}

function isKnown(place: Place, name: string): boolean {
  if (htmlElements.has(name) || name.includes('-')) return true;
  for (let at = place.parent; at; at = at.parent) {
    if (at.name === 'svg' || at.name === 'math') return true;
  }
  return foreignElements.has(name);
}
