const longest = 200;

/** Who asks, as an audit writes it down. */
export const callerOf = (headers: { readonly 'user-agent'?: string }): string =>
  (headers['user-agent'] ?? 'unknown').slice(0, longest);
