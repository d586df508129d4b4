import {
  decodeHeader,
  headerLength,
  recordAt,
  recordsBeyond,
  type JournalHeader,
  type JournalRecord,
} from './journalFormat.js';

/** A journal as read from the disk. */
export interface JournalFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Null when its creation never ended, or when it is damaged. */
  readonly header: JournalHeader | null;
}

/** Where the chain of commits ends, and why. */
export type ChainEnd =
  | { readonly kind: 'whole' }
  /** The last write was cut off; nobody was promised it. */
  | { readonly kind: 'torn'; readonly path: string; readonly at: number; readonly bytes: number }
  /** A promised commit is missing or broken; everything after it is lost. */
  | { readonly kind: 'damaged'; readonly path: string; readonly at: number; readonly lost: number };

export interface Chain {
  readonly records: readonly JournalRecord[];
  readonly end: ChainEnd;
}

export function journalFile(path: string, bytes: Uint8Array, generation: number): JournalFile {
  const header = decodeHeader(bytes);
  return { path, bytes, header: header?.generation === generation ? header : null };
}

/** Follows the commits after `seq` through journals in order of generation. */
export function followJournals(journals: readonly JournalFile[], seq: number): Chain {
  const records: JournalRecord[] = [];
  let last = seq;
  for (const [index, journal] of journals.entries()) {
    const later = journals.slice(index + 1);
    // What a later owner began again is void here: an owner who was replaced may have written it.
    const limit = Math.min(...later.map((next) => next.header?.firstSeq ?? Infinity), Infinity);
    let at = journal.header ? headerLength : 0;
    let record = journal.header ? recordAt(journal.bytes, at) : null;
    for (; record && record.seq < limit; record = recordAt(journal.bytes, at)) {
      if (record.seq > last + 1) return damaged(journal, at, later, records, last + 1);
      if (record.seq === last + 1) {
        records.push(record);
        last = record.seq;
      }
      at = record.end;
    }
    const expected = last + 1;
    if (limit <= expected || at === journal.bytes.length) {
      if (limit !== Infinity && limit > expected)
        return damaged(journal, at, later, records, expected);
      continue;
    }
    // Records follow only a header that is durable, so a broken header before bytes is damage.
    const beheaded = !journal.header && journal.bytes.length > headerLength;
    if (limit !== Infinity || beheaded || wasPromised(expected, journal, at, later))
      return damaged(journal, at, later, records, expected);
    return {
      records,
      end: { kind: 'torn', path: journal.path, at, bytes: journal.bytes.length - at },
    };
  }
  return { records, end: { kind: 'whole' } };
}

/** Whether any intact record says that `seq` was durable when it was written. */
function wasPromised(
  seq: number,
  journal: JournalFile,
  at: number,
  later: readonly JournalFile[],
): boolean {
  for (const record of intact(journal, at, later)) if (record.durableSeq >= seq) return true;
  return false;
}

function damaged(
  journal: JournalFile,
  at: number,
  later: readonly JournalFile[],
  records: readonly JournalRecord[],
  expected: number,
): Chain {
  const beyond = new Set([expected]);
  for (const record of intact(journal, at, later)) {
    if (record.seq >= expected) beyond.add(record.seq);
  }
  return { records, end: { kind: 'damaged', path: journal.path, at, lost: beyond.size } };
}

function* intact(
  journal: JournalFile,
  at: number,
  later: readonly JournalFile[],
): Generator<JournalRecord> {
  yield* recordsBeyond(journal.bytes, at);
  for (const next of later) yield* recordsBeyond(next.bytes, 0);
}
