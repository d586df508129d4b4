import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { crc32 } from 'node:zlib';
import { cleanUp } from '../../support/cleanup.js';

const wheelName = 'quantum_framework-1.0.1-py3-none-any.whl';

const files: Record<string, string> = {
  'quantum/__init__.py': '',
  'quantum/cli/__init__.py': '',
  'quantum/cli/runner.py': 'def main():\n    print("quantum 1.0.1")\n',
  'quantum_framework-1.0.1.dist-info/METADATA':
    'Metadata-Version: 2.1\nName: quantum-framework\nVersion: 1.0.1\nRequires-Python: >=3.12\n',
  'quantum_framework-1.0.1.dist-info/WHEEL':
    'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
};

/** A zip archive without compression: what a wheel is. */
function zip(entries: readonly (readonly [string, string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const data = Buffer.from(text);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, label, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, fields, tail, label]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06'), end]);
}

function wheel(): Buffer {
  const record = 'quantum_framework-1.0.1.dist-info/RECORD';
  const lines = [...Object.keys(files).map((name) => `${name},,`), `${record},,`];
  return zip([...Object.entries(files), [record, `${lines.join('\n')}\n`]]);
}

export interface PackageIndex {
  /** For PIP_INDEX_URL. */
  readonly url: string;
  /** Downloads are held back from now on, until `release`. */
  hold(): void;
  /** Resolves when somebody waits for a held download. */
  held(): Promise<void>;
  release(): void;
  readonly downloads: number;
}

/** A package index with one small wheel, quantum-framework 1.0.1, on a loopback port. */
export async function startPackageIndex(t: TestContext): Promise<PackageIndex> {
  const archive = wheel();
  const digest = createHash('sha256').update(archive).digest('hex');
  let holding = false;
  let downloads = 0;
  const waiting: ServerResponse[] = [];
  let arrived = (): void => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/simple/quantum-framework/') {
      response.setHeader('content-type', 'text/html');
      response.end(`<a href="/${wheelName}#sha256=${digest}">${wheelName}</a>`);
    } else if (request.url === `/${wheelName}`) {
      downloads++;
      if (!holding) return void response.end(archive);
      waiting.push(response);
      arrived();
    } else {
      response.statusCode = 404;
      response.end();
    }
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(t, () => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple/`,
    hold: () => (holding = true),
    held: () =>
      new Promise((resolve) => {
        arrived = resolve;
        if (waiting.length > 0) resolve();
      }),
    release() {
      holding = false;
      for (const response of waiting.splice(0)) response.end(archive);
    },
    get downloads() {
      return downloads;
    },
  };
}
