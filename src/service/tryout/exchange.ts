import type { PreviewField, PreviewSession } from '../../protocol/preview.js';
import type { FieldError, TryOutAction, TryOutAnswer, TryOutStep } from '../../protocol/tryout.js';

/** A request as a browser would send it: the form of a page, or its address. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  /** null: no body. */
  readonly form: readonly PreviewField[] | null;
  readonly session: PreviewSession | null;
}

/** What it led to, whichever server answered. */
export type Sent = Pick<TryOutAnswer, 'steps' | 'fieldErrors' | 'html' | 'unresolved' | 'output'>;
/** The same, with what came of a function that was called. */
export type Exchange = Sent & Pick<TryOutAnswer, 'call'>;
export type { FieldError, TryOutStep };

/** The fields that a page's own form sends: the name of the action before them. */
export function formFields(
  action: TryOutAction,
  fields: readonly PreviewField[],
): readonly PreviewField[] {
  const isTaken = fields.some(({ name }) => name === 'action');
  return isTaken ? fields : [{ name: 'action', value: action.name }, ...fields];
}

/** Whether the form has to be sent in parts. */
export function hasFiles(form: readonly PreviewField[]): boolean {
  return form.some(({ value }) => typeof value !== 'string');
}
