import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Name of the folder of the empty extension. */
export const emptyExtension = 'quantum-test.empty-0.0.1';

/** Writes an extension that does nothing, activated by the same events as the product. Answers its folder. */
export async function writeEmptyExtension(
  parent: string,
  productManifest: string,
): Promise<string> {
  const product = JSON.parse(await readFile(productManifest, 'utf8')) as {
    activationEvents: string[];
    engines: Record<string, string>;
  };
  const folder = path.join(parent, emptyExtension);
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'empty',
    publisher: 'quantum-test',
    version: '0.0.1',
    engines: product.engines,
    extensionKind: ['workspace'],
    activationEvents: product.activationEvents,
    main: './extension.js',
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'extension.js'), 'exports.activate = () => undefined;\n');
  return folder;
}
