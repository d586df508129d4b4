/**
 * What the framework's parser does with an element. `part`: the element around it looks for it. `branch`: an
 * else of an if. `dropped`: it vanishes with all it holds, and nobody says so. `unread`: it stands in
 * something whose content is not looked at. `refused`: the file is.
 */
export type ReadAs =
  | 'root'
  | 'statement'
  | 'part'
  | 'branch'
  | 'markup'
  | 'call'
  | 'widget'
  | 'laboratory'
  | 'dropped'
  | 'unread'
  | 'refused';

/** How the framework's parser takes an element, and with it what stands in it. */
export interface Reading {
  readonly as: ReadAs;
  /** The tag it is taken for: `q:if` for a bare `<if>` as well; null for what is no tag of the framework. */
  readonly name: string | null;
  readonly inside: Inside;
}

/** How an element `prefix:local` is taken inside of another. */
export type Inside = (prefix: string, local: string) => Reading;

/** Inside of what the parser does not look into. */
export const unread: Inside = () => unreadElement;

const unreadElement: Reading = { as: 'unread', name: null, inside: unread };

/** A reading without a name. */
export function nameless(as: ReadAs, inside: Inside = unread): Reading {
  return { as, name: null, inside };
}

/** Elements the one around them looks for by their local names, whatever their prefix; the rest otherwise. */
export function parts(wanted: Readonly<Record<string, Inside>>, rest: Inside): Inside {
  return (prefix, local) => {
    const inside = Object.hasOwn(wanted, local) ? wanted[local] : undefined;
    return inside ? { as: 'part', name: `q:${local}`, inside } : rest(prefix, local);
  };
}
