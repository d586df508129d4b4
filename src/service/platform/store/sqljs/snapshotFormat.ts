import { crc32 } from 'node:zlib';

/** A snapshot is a SQLite file and this trailer, which SQLite itself ignores. */
export interface SnapshotTrailer {
  readonly generation: number;
  /** The newest commit in it. */
  readonly seq: number;
  readonly length: number;
  readonly checksum: number;
}

const magic = Buffer.from('QASNAP01', 'latin1');
export const trailerLength = 36;

export function encodeTrailer({ generation, seq, length, checksum }: SnapshotTrailer): Uint8Array {
  const buffer = Buffer.alloc(trailerLength);
  magic.copy(buffer, 0);
  buffer.writeUInt32LE(generation, 8);
  buffer.writeUInt32LE(checksum, 12);
  buffer.writeBigUInt64LE(BigInt(seq), 16);
  buffer.writeBigUInt64LE(BigInt(length), 24);
  buffer.writeUInt32LE(crc32(buffer.subarray(0, 32)), 32);
  return buffer;
}

/** The SQLite file and the newest commit in it; null when any byte is not as it was written. */
export function decodeSnapshot(file: Uint8Array): { image: Uint8Array; seq: number } | null {
  const length = file.length - trailerLength;
  if (length < 0) return null;
  const trailer = Buffer.from(file.buffer, file.byteOffset + length, trailerLength);
  if (!trailer.subarray(0, 8).equals(magic)) return null;
  if (trailer.readUInt32LE(32) !== crc32(trailer.subarray(0, 32))) return null;
  const image = file.subarray(0, length);
  if (Number(trailer.readBigUInt64LE(24)) !== length) return null;
  if (trailer.readUInt32LE(12) !== crc32(image)) return null;
  return { image, seq: Number(trailer.readBigUInt64LE(16)) };
}
