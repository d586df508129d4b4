import { element } from './dom.js';

/** A point in time in the reader's language and zone; machines read the ISO form. */
export function moment(iso: string, language: string): HTMLElement {
  const text = new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return element('time', { datetime: iso }, [text]);
}
