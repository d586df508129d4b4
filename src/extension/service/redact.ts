/** What must not leave the machine in a report. */
export interface Identity {
  readonly home: string;
  readonly user: string;
}

const secretName =
  'pass(?:word|wd|phrase)?|secret|token|api[_-]?key|authorization|cookie|credential';

/**
 * Masks the home folder (`~`), the user's name, tokens, passwords in URLs, and values of fields named like
 * secrets. What remains is for a person to read before it is sent.
 */
export function redact(text: string, identity: Identity): string {
  const { home, user } = identity;
  let masked = text;
  for (const form of new Set([home, home.replaceAll('\\', '/'), home.replaceAll('\\', '\\\\')]))
    if (form.length > 1) masked = masked.replaceAll(form, '~');
  masked = masked
    .replace(/(\/(?:home|Users)\/|[A-Za-z]:[\\/]+Users[\\/]+)[^\\/\s"':]+/g, '$1<user>')
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi, '$1***@')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***')
    .replace(
      new RegExp(
        `(["']?[\\w-]*(?:${secretName})[\\w-]*["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|\\S+)`,
        'gi',
      ),
      '$1***',
    )
    .replace(/([?&]code=)[\w-]+/g, '$1***')
    .replace(/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}\b/g, '***');
  if (user.length > 2) masked = masked.replace(wordOf(user), '<user>');
  return masked;
}

function wordOf(user: string): RegExp {
  return new RegExp(`(?<![\\w-])${user.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'gi');
}
