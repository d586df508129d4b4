import type { PreviewField } from '../../src/protocol/preview.js';
import type { ColorScheme } from '../previewFrame/colorScheme.js';

/** What the preview says to the frame that shows a page. */
export type ToFrame =
  | { type: 'page'; html: string }
  | { type: 'outline'; at: readonly string[] }
  | { type: 'scheme'; scheme: ColorScheme }
  | { type: 'pick'; on: boolean };

/** What a frame says; a page may say anything, so all of it is read with care. */
export type FromFrame =
  | { type: 'ready'; load: number }
  | { type: 'navigate'; href: string }
  | { type: 'submit'; method: string; action: string; fields: PreviewField[] }
  | { type: 'pick'; at: string }
  | { type: 'console'; level: 'log' | 'info' | 'warn' | 'error'; text: string }
  | { type: 'blocked'; what: string };

/** A message of a frame, or null when it is none. */
export function readFromFrame(value: unknown): FromFrame | null {
  if (typeof value !== 'object' || value === null) return null;
  const text = (name: string, most = 4096): string => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' ? found.slice(0, most) : '';
  };
  switch (Reflect.get(value, 'type')) {
    case 'ready':
      return { type: 'ready', load: Number(Reflect.get(value, 'load')) };
    case 'navigate':
      return { type: 'navigate', href: text('href') };
    case 'submit':
      return {
        ...{ type: 'submit', method: text('method'), action: text('action') },
        fields: fieldsOf(Reflect.get(value, 'fields')),
      };
    case 'pick':
      return /^\d{1,6}:\d{1,6}$/.test(text('at')) ? { type: 'pick', at: text('at') } : null;
    case 'console': {
      const level = (['log', 'info', 'warn'] as const).find((one) => one === text('level'));
      return { type: 'console', level: level ?? 'error', text: text('text') };
    }
    case 'blocked':
      return { type: 'blocked', what: text('what') };
    default:
      return null;
  }
}

function fieldsOf(value: unknown): PreviewField[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 1000).flatMap((field: unknown): PreviewField[] => {
    if (typeof field !== 'object' || field === null) return [];
    const name: unknown = Reflect.get(field, 'name');
    const held: unknown = Reflect.get(field, 'value');
    if (typeof name !== 'string') return [];
    if (typeof held === 'string') return [{ name, value: held }];
    if (typeof held !== 'object' || held === null) return [];
    const file = {
      name: String(Reflect.get(held, 'name')),
      base64: String(Reflect.get(held, 'base64')),
    };
    return [{ name, value: file }];
  });
}
