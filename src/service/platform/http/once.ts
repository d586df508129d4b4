/** Makes the thing when it is first asked for, and keeps it. A throw is not kept: it is tried again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => (made ??= { thing: make() }).thing;
}
