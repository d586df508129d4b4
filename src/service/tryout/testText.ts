import type { PreviewSession } from '../../protocol/preview.js';
import type { TryOutRequest } from '../../protocol/tryout.js';
import { AppError } from '../platform/problem.js';
import type { Sent } from './exchange.js';

/** The request and what came of it as a `q:test`. @throws AppError for what a test cannot say */
export function testText(
  name: string,
  request: TryOutRequest,
  { steps, fieldErrors, html }: Sent,
): string {
  const [first] = steps;
  if (!first) throw new AppError('internal-error', 'Nothing was sent.');
  const lines = [...asLines(request.session)];
  const { action, fields, url } = request;
  if (action === null) lines.push('<test:visit />');
  else lines.push(tag('submit', { action, ...attributesOf(fields) }));
  const location = first.headers.find((header) => header.name.toLowerCase() === 'location')?.value;
  if (first.status >= 400 || location === undefined)
    lines.push(tag('expect', { status: String(first.status) }));
  if (fieldErrors.length > 0) {
    for (const error of fieldErrors)
      lines.push(tag('expect', { error: error.name, message: error.message }));
  } else {
    if (location !== undefined) lines.push(tag('expect', { redirect: redirectOf(location) }));
    if (first.flash) lines.push(tag('expect', { flash: first.flash.message }));
  }
  const heading = location === undefined && first.status < 400 ? headingOf(html) : null;
  if (heading !== null) lines.push(tag('expect', { text: heading }));
  const body = lines.map((line) => `  ${line}\n`).join('');
  return `<q:test name="${escaped(name)}" page="${escaped(url)}">\n${body}</q:test>\n`;
}

function asLines(session: PreviewSession | undefined): string[] {
  const { values = {}, ...who } = session ?? {};
  const given: Record<string, unknown> = { ...who, ...values };
  const attributes = Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (value === '') return [];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw unsayable(`the session value ${name}, which is no text`);
    return [[named(name), String(value)]];
  });
  return attributes.length === 0 ? [] : [tag('as', Object.fromEntries(attributes))];
}

function attributesOf(fields: TryOutRequest['fields']): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of fields) {
    if (typeof value !== 'string') throw unsayable(`the file ${value.name}`);
    if (name in attributes || name === 'action') throw unsayable(`two fields called ${name}`);
    attributes[named(name)] = value;
  }
  return attributes;
}

function redirectOf(location: string): string {
  const local = new URL(location, 'http://localhost');
  if (local.hostname !== 'localhost') throw unsayable('a redirect to another site');
  return local.pathname + local.search + local.hash;
}

/** The first heading, where its text is plain: what stands in it by chance would not be there tomorrow. */
function headingOf(html: string): string | null {
  const [, text = ''] = /<h1\b[^>]*>([^<&]*)<\/h1>/.exec(html) ?? [];
  const heading = text.replaceAll(/\s+/g, ' ').trim();
  return heading === '' ? null : heading;
}

function named(name: string): string {
  if (/^[A-Za-z_][\w.-]*$/.test(name)) return name;
  throw unsayable(`the name ${name}`);
}

function unsayable(what: string): AppError {
  return new AppError('conflict', `A test of the framework cannot say ${what}.`);
}

function tag(kind: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<test:${kind}${written.join('')} />`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}
