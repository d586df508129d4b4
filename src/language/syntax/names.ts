import type { RawName } from './token.js';

/** HTML's void elements, which need no end tag; lower case only, as the framework has it. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Attributes that may stand without a value and then mean their own name. */
export const booleanAttributes: ReadonlySet<string> = new Set(
  (
    'allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate ' +
    'hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly ' +
    'required reversed selected shadowrootclonable shadowrootdelegatesfocus shadowrootserializable'
  ).split(' '),
);

const rawNames = new Set<string>(['script', 'style', 'q:python', 'q:class', 'q:pyclass']);

/** The raw-text tag `name` is, in any case of letters. */
export function rawNameOf(name: string): RawName | null {
  // Names this short are compared at every tag of a document: most are told apart by their length.
  if (name.length < 5 || name.length > 9) return null;
  const lower = name.toLowerCase();
  return rawNames.has(lower) ? (lower as RawName) : null;
}

const nameStart =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const nameRest = `${nameStart}0-9.\\-\\u00B7\\u0300-\\u036F\\u203F-\\u2040`;
const qualifiedName = new RegExp(
  `^[${nameStart}][${nameRest}]*(?::[${nameStart}][${nameRest}]*)?$`,
);
const plainName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

/** Whether XML with namespaces allows `name` for an element or attribute. */
export function isXmlName(name: string): boolean {
  return plainName.test(name) || qualifiedName.test(name);
}

/** The part before the colon; '' when there is none. */
export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** The part after the colon, the name itself when there is none. */
export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Prefixes the framework declares by itself where an element uses them. */
export const frameworkPrefixes: ReadonlySet<string> = new Set(['q', 'ui', 'qg', 'qt', 'qtest']);
