import { configurationKeys } from '../configurationKeys.js';
import {
  textOf,
  valueAt,
  type ConfigurationNode,
  type ConfigurationScalar,
} from '../configurationDocument.js';
import type { ConfigurationFinding } from '../configurationFinding.js';
import { expandReferences } from '../environmentReferences.js';
import { nearestName } from '../nearestName.js';
import { finding, preferred, replacement, type RuleContext } from './rule.js';
import { dotted, placedEntries } from './walk.js';

const loopback = ['127.0.0.1', 'localhost', '::1'];

/** Values of the right type that the framework refuses, does not know, or takes otherwise than meant. */
export function* valueRules(context: RuleContext): Iterable<ConfigurationFinding> {
  const { content } = context.document;
  const at = (...path: string[]): ConfigurationNode | undefined => valueAt(content, path);
  yield* knownValues(context);
  yield* loginUrl(at('security', 'login_url'), context);
  yield* logFormat(at('logging', 'format'), context);
  for (const path of [
    ['server', 'port'],
    ['mail', 'port'],
  ])
    yield* portRange(at(...path));
  yield* exposedDebug(at('server', 'debug'), at('server', 'host'));
  yield* secrets(context);
}

/** The text as the server will have it; undefined when it is none or not known. */
function expanded(
  node: ConfigurationNode | undefined,
  { environment }: RuleContext,
): string | undefined {
  const text = textOf(node);
  return text === undefined ? undefined : expandReferences(text, environment ?? {});
}

function* knownValues(context: RuleContext): Iterable<ConfigurationFinding> {
  for (const place of placedEntries(context.document.content)) {
    const { key, entry, path } = place;
    if (key?.values === undefined || key.openValues === true || path.length === 2) continue;
    const text = expanded(entry.value, context);
    const names = key.values.map(({ value }) => value);
    const known = [...names, ...(key.furtherValues ?? [])];
    const compared = key.ignoresCase === true ? text?.toUpperCase() : text;
    if (text === undefined || compared === undefined || known.includes(compared)) continue;
    const near = nearestName(text, names);
    const effect =
      key.name === 'level'
        ? 'so the server logs from INFO on'
        : `and ${key.readBy ?? ''} will fail`;
    const sentence = `\`${dotted(place)}\` does not know \`${text}\`, ${effect}. It is one of ${names.join(', ')}.`;
    const fixes =
      near === undefined
        ? []
        : [preferred(replacement(`Change to \`${near}\``, entry.value, near))];
    yield finding('config-unknown-value', entry.value, sentence, ...fixes);
  }
}

function* loginUrl(
  node: ConfigurationNode | undefined,
  context: RuleContext,
): Iterable<ConfigurationFinding> {
  const text = expanded(node, context);
  if (node === undefined || text === undefined || /^\/(?!\/)/u.test(text)) return;
  const path = /^(?:https?:)?\/\/[^/]*(?<path>\/[^/].*)?$/u.exec(text)?.groups?.['path'];
  const local = path ?? (/^[\w-][\w/-]*$/u.test(text) ? `/${text}` : '/login');
  const sentence = `\`security.login_url\` must be a path on this server with one leading slash, such as /login; the server stops at start.`;
  yield finding(
    'config-login-url',
    node,
    sentence,
    replacement(`Change to \`${local}\``, node, local),
  );
}

function* logFormat(
  node: ConfigurationNode | undefined,
  context: RuleContext,
): Iterable<ConfigurationFinding> {
  const text = expanded(node, context);
  if (node === undefined || text === undefined || text === '') return;
  if (/%\(\w+\)[#0+ -]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxefgcrsa%]/iu.test(text)) return;
  const sentence =
    'The format names no field such as `%(message)s`, and the server stops at start.';
  yield finding('config-log-format', node, sentence);
}

function* portRange(node: ConfigurationNode | undefined): Iterable<ConfigurationFinding> {
  if (node?.kind !== 'scalar' || node.type !== 'integer') return;
  const port = Number(node.value);
  if (port >= 1 && port <= 65535) return;
  yield finding(
    'config-port-range',
    node,
    `A port is a number from 1 to 65535; ${port} cannot be used.`,
  );
}

function* exposedDebug(
  debug: ConfigurationNode | undefined,
  host: ConfigurationNode | undefined,
): Iterable<ConfigurationFinding> {
  const address = textOf(host);
  if (debug?.kind !== 'scalar' || debug.value !== true || address === undefined) return;
  if (loopback.includes(address) || address.includes('${')) return;
  const sentence = `On the host ${address} the server switches the debugger off, because it would let others run code. Use 127.0.0.1, or write false.`;
  yield finding(
    'config-debug-exposed',
    debug,
    sentence,
    replacement('Write false', debug, 'false'),
  );
}

/** Passwords and keys that are written out. A reference’s default is the author’s choice. */
function* secrets({ document }: RuleContext): Iterable<ConfigurationFinding> {
  for (const place of placedEntries(document.content)) {
    const { value } = place.entry;
    if (place.key?.isSecret !== true || value.kind !== 'scalar' || !isLiteral(value)) continue;
    const variable = variableFor(place.path, place.key.name);
    const written = `\${${variable}}`;
    const sentence = `Whoever can read this file has this secret. Keep it in an environment variable: \`${written}\`.`;
    yield finding(
      'config-literal-secret',
      value,
      sentence,
      replacement(`Change to \`${written}\``, value, written),
    );
  }
}

const isLiteral = (value: ConfigurationScalar): boolean =>
  value.type !== 'null' &&
  value.source !== '' &&
  value.value !== '' &&
  value.references.length === 0;

function variableFor(path: readonly string[], key: string): string {
  const known = configurationKeys
    .find(({ name }) => name === path[0])
    ?.keys?.find(({ name }) => name === key)?.environment;
  const owner = path.at(-1)?.replaceAll(/\W/gu, '_') ?? '';
  return known ?? `${owner}_${key}`.toUpperCase();
}
