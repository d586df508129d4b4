import { attributeOf } from '../../catalogue/lookups.js';
import { valueOf } from '../reads.js';
import type { ElementRule } from '../rule.js';
import { isLenientParam } from './lenientParam.js';

/** Numbers, sizes and paths that the parser reads itself. */
export const valueForms: ElementRule = (element, { place, report }) => {
  const tag = place.read;
  if (!tag || isLenientParam(place)) return;
  for (const attribute of element.tag.attributes) {
    const name = attributeOf(tag, attribute.name)?.name;
    const form = name === undefined ? undefined : forms[`${tag.name} ${name}`];
    if (!form) continue;
    const value = valueOf(attribute);
    if (form.accepts(value)) continue;
    const message = `${attribute.name}="${value}" is refused: write ${form.wanted}.`;
    report.atValue('malformed-value', element, attribute, message);
  }
};

interface Form {
  readonly accepts: (value: string) => boolean;
  /** What to write. */
  readonly wanted: string;
}

const isPath = (value: string): boolean => value.startsWith('/');
const isDigits = (value: string): boolean => /^\p{Nd}+$/u.test(value);
const isInteger = (value: string): boolean => /^\s*[+-]?\p{Nd}+(?:_\p{Nd}+)*\s*$/u.test(value);

function isRelevance(value: string): boolean {
  const written = value.trim().replaceAll('_', '');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written)) return false;
  const number = Number(written);
  return number >= 0 && number <= 1;
}

const forms: Readonly<Record<string, Form>> = {
  'ui:input delay': { accepts: isDigits, wanted: 'milliseconds, like 300' },
  'ui:input rows': {
    accepts: (value) => isDigits(value) && Number(value) !== 0 && Number(value) !== 1,
    wanted: 'a number of lines, 2 or more',
  },
  'ui:pager window': { accepts: isDigits, wanted: 'a number of pages, like 2' },
  'ui:history limit': { accepts: isDigits, wanted: 'a number of entries, like 50' },
  'q:llm top': { accepts: isDigits, wanted: 'a number of sources, like 4' },
  'q:llm minRelevance': { accepts: isRelevance, wanted: 'a number from 0 to 1, like 0.6' },
  'q:limit value': {
    accepts: (value) => value === '' || isInteger(value),
    wanted: 'a number of rows, like 10',
  },
  'q:redirect status': { accepts: isInteger, wanted: '301, 302, 303, 307 or 308' },
  'q:queue ttl': {
    accepts: (value) => value === '' || isInteger(value),
    wanted: 'a whole number of seconds',
  },
  'q:dump depth': {
    accepts: (value) => !isInteger(value) || Number(value.trim().replaceAll('_', '')) >= 0,
    wanted: 'a number of levels, 0 or more',
  },
  'q:query page': {
    accepts: (value) => value.includes('{') || isDigits(value.trim()),
    wanted: 'a number or an expression, like {query.page}',
  },
  'q:param maxsize': {
    accepts: (value) => /^\s*\p{Nd}+(?:\.\p{Nd}+)?\s*(?:B|KB|MB|GB)?\s*$/iu.test(value),
    wanted: 'a size, like 500KB or 5MB',
  },
  'q:test page': {
    accepts: (value) => value === '' || isPath(value),
    wanted: 'a path, like /tasks',
  },
  'test:visit path': { accepts: isPath, wanted: 'a path, like /tasks' },
  'test:expect redirect': { accepts: isPath, wanted: 'a path, like /tasks' },
  'test:expect status': {
    accepts: (value) => isDigits(value.trim()),
    wanted: 'a number, like 302',
  },
  'test:expect count': { accepts: (value) => isDigits(value.trim()), wanted: 'a number' },
  'test:expect queries': {
    accepts: (value) => /^\s*(?:at most\s+)?\p{Nd}+\s*$/u.test(value),
    wanted: 'a number, or "at most" and a number',
  },
  'q:component login_url': {
    accepts: (value) => value.startsWith('/') && !value.startsWith('//'),
    wanted: 'a path on this server, like /login',
  },
};
