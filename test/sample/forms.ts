import { decode } from './text.js';

/** A form as a browser would send it. */
export interface Form {
  readonly action: string;
  readonly method: string;
  /** Every named field with the value it shows. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The forms of a page, in order. */
export function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = '', body = '']) => {
      const own = attributes(head);
      return {
        action: own['action'] ?? '',
        method: own['method'] ?? 'get',
        fields: fieldsOf(body),
      };
    },
  );
}

function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, head = ''] of body.matchAll(/<input\b([^>]*)>/g)) {
    const { name, value, type, checked } = attributes(head);
    if (name === undefined || (type === 'checkbox' && checked === undefined)) continue;
    fields[name] = value ?? '';
  }
  for (const [, head = '', text = ''] of body.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    const { name } = attributes(head);
    if (name !== undefined) fields[name] = decode(text);
  }
  for (const [, head = '', options = ''] of body.matchAll(
    /<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const { name } = attributes(head);
    const choices = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) =>
      attributes(one),
    );
    const shown = choices.find((choice) => choice['selected'] !== undefined) ?? choices[0];
    if (name !== undefined) fields[name] = shown?.['value'] ?? '';
  }
  return fields;
}

function attributes(head: string): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = {};
  for (const [, name = '', value = ''] of head.matchAll(/([\w-]+)(?:="([^"]*)")?/g))
    found[name] = decode(value);
  return found;
}
