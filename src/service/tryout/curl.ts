import { hasFiles, type Outgoing } from './exchange.js';

/** The request as a command of a POSIX shell; files are named as if they lay in the current folder. */
export function curlOf(
  origin: string,
  { method, url, form }: Outgoing,
  cookie: string | null,
): string {
  const parts = ['curl', '-i'];
  if (method !== 'GET' && !(method === 'POST' && form !== null)) parts.push('-X', method);
  if (cookie !== null) parts.push('-b', quoted(cookie));
  parts.push('-e', quoted(origin + url));
  const isInParts = form !== null && hasFiles(form);
  for (const { name, value } of form ?? []) {
    if (typeof value !== 'string') parts.push('-F', quoted(`${name}=@${value.name}`));
    else if (isInParts) parts.push('--form-string', quoted(`${name}=${value}`));
    else parts.push('--data-urlencode', quoted(`${encodeURIComponent(name)}=${value}`));
  }
  parts.push(quoted(origin + url));
  return parts.join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
