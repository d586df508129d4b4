import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** The files of a zip archive by their names. @throws Error when it is not one, or is compressed otherwise. */
export function zipEntries(archive: Buffer): ReadonlyMap<string, Buffer> {
  const entries = new Map<string, Buffer>();
  let at = directoryStart(archive);
  while (archive.readUInt32LE(at) === entrySignature) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const header = archive.readUInt32LE(at + 42);
    const start =
      header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const content = archive.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error(`${name} is compressed by method ${method}`);
    if (!name.endsWith('/')) entries.set(name, method === 8 ? inflateRawSync(content) : content);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function directoryStart(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0; at--) {
    if (archive.readUInt32LE(at) === endSignature) return archive.readUInt32LE(at + 16);
  }
  throw new Error('not a zip archive');
}
