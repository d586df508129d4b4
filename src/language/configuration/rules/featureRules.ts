import {
  entryOf,
  isEmpty,
  textOf,
  valueAt,
  type ConfigurationNode,
} from '../configurationDocument.js';
import type { ConfigurationFinding } from '../configurationFinding.js';
import { finding, preferred, replacement, type RuleContext } from './rule.js';

/** Sections of single features that start well and then do not work: mail and services. */
export function* featureRules({ document }: RuleContext): Iterable<ConfigurationFinding> {
  yield* mail(document.content);
  const services = entryOf(document.content, 'services')?.value;
  const modules = services?.kind === 'sequence' ? services.items : [services];
  for (const item of modules) yield* serviceModule(item);
}

function* mail(content: ConfigurationNode | undefined): Iterable<ConfigurationFinding> {
  const section = entryOf(content, 'mail');
  if (section?.value.kind !== 'mapping') return;
  const host = entryOf(section.value, 'host');
  if (isEmpty(host?.value)) {
    const sentence =
      'Without `host`, every q:mail fails. Write the SMTP server’s name, or `log` to write messages to the log.';
    yield finding('config-mail-host', host?.key ?? section.key, sentence);
  }
  const port = valueAt(section.value, ['port']);
  const isImplicitTls = port?.kind === 'scalar' && String(port.value).trim() === '465';
  if (!isImplicitTls || textOf(host?.value) === 'log') return;
  const sentence =
    'Port 465 speaks TLS from the first byte, and the framework does not: each message waits until `mail.timeout` and fails. Use 587.';
  yield finding(
    'config-mail-port',
    port,
    sentence,
    preferred(replacement('Change to 587', port, '587')),
  );
}

function* serviceModule(node: ConfigurationNode | undefined): Iterable<ConfigurationFinding> {
  if (node === undefined || (node.kind === 'scalar' && node.references.length > 0)) return;
  const written = textOf(node);
  if (written !== undefined && /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u.test(written)) return;
  if (node.kind === 'scalar' && node.type === 'null' && node.source === '') return;
  const dottedName = written
    ?.replace(/\.py$/u, '')
    .replace(/^\.?\//u, '')
    .replaceAll(/[/\\]/gu, '.');
  const isName = dottedName !== undefined && /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u.test(dottedName);
  const sentence = `A service is a Python module by its dotted name, such as \`services.shipping\`; this cannot be imported, and q:invoke with \`service=\` fails.`;
  const fixes = isName
    ? [preferred(replacement(`Change to \`${dottedName}\``, node, dottedName))]
    : [];
  yield finding('config-service-module', node, sentence, ...fixes);
}
