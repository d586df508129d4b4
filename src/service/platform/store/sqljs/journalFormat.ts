import { crc32 } from 'node:zlib';
import { decodeBound, encodeBound } from './boundValue.js';
import type { BoundStatement } from './image.js';

/**
 * A journal is a header and records. Header: magic, generation, epoch, first commit, checksum.
 * Record: magic, length, commit, the newest commit known durable when it was written, checksum,
 * then JSON `[[sql, values], ...]`. Numbers are little-endian. The durable mark is what tells a
 * torn tail (nobody was promised it) from damage (somebody was).
 */
export interface JournalHeader {
  readonly generation: number;
  readonly epoch: number;
  /** Commit of the first record; records of older journals from there on are void. */
  readonly firstSeq: number;
}

export interface JournalRecord {
  readonly seq: number;
  readonly durableSeq: number;
  readonly payload: Uint8Array;
  /** Where the record begins and ends in the file. */
  readonly start: number;
  readonly end: number;
}

const headerMagic = 0x314a4151; // "QAJ1"
const recordMagic = Buffer.from('QREC', 'latin1');
export const headerLength = 28;
const recordHead = 28;

export function encodeHeader({ generation, epoch, firstSeq }: JournalHeader): Uint8Array {
  const buffer = Buffer.alloc(headerLength);
  buffer.writeUInt32LE(headerMagic, 0);
  buffer.writeUInt32LE(generation, 4);
  buffer.writeUInt32LE(epoch, 8);
  buffer.writeBigUInt64LE(BigInt(firstSeq), 16);
  buffer.writeUInt32LE(crc32(buffer.subarray(0, 24)), 24);
  return buffer;
}

/** Null when the bytes do not begin with a whole, intact header. */
export function decodeHeader(bytes: Uint8Array): JournalHeader | null {
  const buffer = view(bytes);
  if (buffer.length < headerLength || buffer.readUInt32LE(0) !== headerMagic) return null;
  if (buffer.readUInt32LE(24) !== crc32(buffer.subarray(0, 24))) return null;
  return {
    generation: buffer.readUInt32LE(4),
    epoch: buffer.readUInt32LE(8),
    firstSeq: Number(buffer.readBigUInt64LE(16)),
  };
}

export function encodeStatements(statements: readonly BoundStatement[]): Uint8Array {
  const list = statements.map(({ sql, values }) => [sql, values.map(encodeBound)]);
  return Buffer.from(JSON.stringify(list));
}

export function decodeStatements(payload: Uint8Array): BoundStatement[] {
  const list = JSON.parse(view(payload).toString()) as [
    string,
    Parameters<typeof decodeBound>[0][],
  ][];
  return list.map(([sql, values]) => ({ sql, values: values.map(decodeBound) }));
}

export function encodeRecord(seq: number, durableSeq: number, payload: Uint8Array): Uint8Array {
  const buffer = Buffer.allocUnsafe(recordHead + payload.length);
  recordMagic.copy(buffer, 0);
  buffer.writeUInt32LE(payload.length, 4);
  buffer.writeBigUInt64LE(BigInt(seq), 8);
  buffer.writeBigUInt64LE(BigInt(durableSeq), 16);
  buffer.set(payload, recordHead);
  buffer.writeUInt32LE(crc32(payload, crc32(buffer.subarray(4, 24))), 24);
  return buffer;
}

/** The intact record at `start`, else null. */
export function recordAt(bytes: Uint8Array, start: number): JournalRecord | null {
  const buffer = view(bytes);
  if (start + recordHead > buffer.length) return null;
  if (buffer.compare(recordMagic, 0, 4, start, start + 4) !== 0) return null;
  const end = start + recordHead + buffer.readUInt32LE(start + 4);
  if (end > buffer.length) return null;
  const payload = buffer.subarray(start + recordHead, end);
  const checksum = crc32(payload, crc32(buffer.subarray(start + 4, start + 24)));
  if (buffer.readUInt32LE(start + 24) !== checksum) return null;
  return {
    seq: Number(buffer.readBigUInt64LE(start + 8)),
    durableSeq: Number(buffer.readBigUInt64LE(start + 16)),
    payload,
    start,
    end,
  };
}

/** Intact records after a broken place at `from`, wherever they begin. */
export function* recordsBeyond(bytes: Uint8Array, from: number): Generator<JournalRecord> {
  const buffer = view(bytes);
  let at = buffer.indexOf(recordMagic, from);
  while (at !== -1) {
    const record = recordAt(bytes, at);
    if (record) yield record;
    at = buffer.indexOf(recordMagic, record ? record.end : at + 1);
  }
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
