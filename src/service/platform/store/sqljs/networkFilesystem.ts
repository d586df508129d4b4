import { readFile, realpath, statfs } from 'node:fs/promises';

/** `statfs` numbers of file systems whose writes go over a wire (linux/magic.h). */
const magics = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
]);
const fuse = 0x65735546;
/** FUSE has one number for all; these of its kinds are remote. */
const remoteFuse = /^fuse\.(?:sshfs|rclone|s3fs|gcsfuse|davfs|glusterfs|smbnetfs|curlftpfs)\b/;

/** Name of the network file system `directory` lies on, null for a local one. Knows Linux and UNC paths. */
export async function networkFilesystem(directory: string): Promise<string | null> {
  if (process.platform === 'win32') return /^\\\\[^?.]/.test(directory) ? 'a network share' : null;
  if (process.platform !== 'linux') return null;
  const { type } = await statfs(directory);
  if (type !== fuse) return magics.get(type >>> 0) ?? null;
  const mounts = await readFile('/proc/self/mountinfo', 'utf8');
  const kind = fuseKind(mounts, await realpath(directory));
  return remoteFuse.test(kind) ? kind : null;
}

/** Type of the mount that holds `path`, by the longest mount point above it. */
export function fuseKind(mountinfo: string, path: string): string {
  let best = '';
  let kind = '';
  for (const line of mountinfo.split('\n')) {
    const [left = '', right = ''] = line.split(' - ');
    const point = (left.split(' ')[4] ?? '').replaceAll('\\040', ' ');
    const inside = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (!inside || point.length < best.length) continue;
    best = point;
    kind = right.split(' ')[0] ?? '';
  }
  return kind;
}
