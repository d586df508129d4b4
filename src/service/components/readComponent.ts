import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueFor } from '../../language/catalogue/catalogueFor.js';
import { encodeFacts } from '../../language/components/factsCodec.js';
import { pageFacts } from '../../language/components/pageFacts.js';
import { ownership } from '../../language/ownership.js';
import { textOf } from '../../workspace/projectFiles.js';

/** Files to read, with what all of them are read by. */
export interface ScanTask {
  readonly root: string;
  /** Of the framework; null: the newest. */
  readonly release: string | null;
  readonly isConfigured: boolean;
  readonly files: readonly string[];
}

/** What a file says. */
export interface ReadComponent {
  /** A digest of the text and the facts, as the table has them: one text tells from another by it. */
  readonly encoded: string;
  /** Why it could not be read; its facts are those of an empty file then. */
  readonly unreadable: string | null;
}

/** What a file says as one line of text: nothing in it is written as JSON twice. */
export function packRead({ encoded, unreadable }: ReadComponent): string {
  return `${encoded}\t${unreadable ?? ''}`;
}

/** What {@link packRead} made a line of. */
export function unpackRead(line: string): ReadComponent {
  const end = line.indexOf('\t');
  return { encoded: line.slice(0, end), unreadable: line.slice(end + 1) || null };
}

/** Reads files one after the other, without waiting in between; those that are gone or not Quantum's are left out. */
export function readComponents(task: ScanTask): ReadComponent[] {
  return task.files.flatMap((file) => readComponent(task, file) ?? []);
}

function readComponent(
  { root, release, isConfigured }: ScanTask,
  file: string,
): ReadComponent | null {
  const read = bytesOf(path.join(root, file));
  if (read === null) return null;
  const text = typeof read === 'string' ? null : textOf(read);
  if (text !== null && ownership(text, isConfigured) === 'foreign') return null;
  const unreadable =
    typeof read === 'string'
      ? `The file cannot be read (${read}).`
      : text === null
        ? 'The file is not valid UTF-8.'
        : null;
  const digest = createHash('sha1')
    .update(text ?? '')
    .digest('base64url');
  const facts = pageFacts(file, text ?? '', catalogueFor(release));
  return { encoded: `${digest} ${encodeFacts(facts)}`, unreadable };
}

/** The bytes of a file, the code of why there are none, or null when there is no file. */
function bytesOf(file: string): Uint8Array | string | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : code;
  }
}
