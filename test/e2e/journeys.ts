import { after, before, test } from 'node:test';
import type { EditorOptions } from '../../scripts/lib/editor.js';
import { Session } from './session.js';

/** A test in the editor of its file. When it fails, pictures and logs say what was to be seen then. */
export type Journey = (name: string, go: (session: Session) => Promise<void>) => void;

/** One editor for all journeys of a test file, ended after the last of them. */
export function journeysIn(options: Partial<EditorOptions> = {}): Journey {
  let session: Session | undefined;
  before(async () => {
    session = await Session.start(options);
  });
  after(async () => {
    await session?.stop();
  });
  return (name, go) => {
    test(name, async () => {
      if (session === undefined) throw new Error('The editor did not start.');
      try {
        await go(session);
      } catch (error) {
        await session.explain(name);
        throw error;
      }
    });
  };
}
