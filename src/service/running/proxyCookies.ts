/**
 * Browsers keep cookies by host and forget the port: two applications on this machine would log each other
 * out. Here each one's cookies that scripts cannot see carry its port in their name.
 */
const own = (port: number): string => `qa${port}.`;
const anyone = /^qa\d+\./;

/** `Cookie` as the application is to see it. */
export function cookiesIn(header: string | undefined, port: number): string | undefined {
  if (header === undefined) return undefined;
  const prefix = own(port);
  const cookies = header.split('; ');
  const mine = cookies
    .filter((one) => one.startsWith(prefix))
    .map((one) => one.slice(prefix.length));
  const names = new Set(mine.map(nameOf));
  const others = cookies.filter((one) => !anyone.test(one) && !names.has(nameOf(one)));
  const all = [...mine, ...others];
  return all.length === 0 ? undefined : all.join('; ');
}

/** `Set-Cookie` as the browser is to keep it. `base`: the path the application is reached under. */
export function cookieOut(header: string, port: number, base = ''): string {
  const named = /;\s*httponly\b/i.test(header) ? own(port) + header : header;
  if (base === '') return named;
  return named.replace(
    /(;\s*path=)(\/[^;]*)/i,
    (_whole, key: string, path: string) => `${key}${base}${path}`,
  );
}

function nameOf(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='));
}
