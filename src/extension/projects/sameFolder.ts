import path from 'node:path';

/** Whether two absolute paths name one folder, without asking the disk. */
export function isSameFolder(
  one: string,
  other: string | null,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (other === null) return false;
  return normal(one, platform) === normal(other, platform);
}

function normal(folder: string, platform: NodeJS.Platform): string {
  const flavour = platform === 'win32' ? path.win32 : path.posix;
  const plain = flavour.normalize(folder).replace(/(?<=.)[\\/]+$/, '');
  return platform === 'win32' || platform === 'darwin' ? plain.toLowerCase() : plain;
}
