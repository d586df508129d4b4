import type { AppendFile } from './fileLayer.js';
import { encodeHeader, headerLength, type JournalHeader } from './journalFormat.js';
import type { StoreFiles } from './storeFiles.js';

/**
 * A new journal, itself and its name durable, so that a synced record can never be in a file that
 * a power cut takes away. When it fails, nothing of it stays.
 */
export async function createJournal(
  files: StoreFiles,
  header: JournalHeader,
): Promise<{ file: AppendFile; length: number }> {
  const path = files.journal(header.generation);
  const file = await files.layer.open(path, 'create');
  try {
    await file.append(encodeHeader(header));
    await file.fdatasync();
    await files.layer.fsyncDirectory(files.directory);
    return { file, length: headerLength };
  } catch (error) {
    // Its header would make later records of the journal before it void.
    await file.close();
    await files.layer.remove(path);
    await files.layer.fsyncDirectory(files.directory);
    throw error;
  }
}
