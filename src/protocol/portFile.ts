/** Where the running service says it listens. Whoever reads it proves it by the handshake. */
export interface PortFile {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  readonly apiVersion: string;
  readonly epoch: number;
}

/** Null for anything that is no port file. */
export function parsePortFile(text: string): PortFile | null {
  let value: Partial<PortFile> | null;
  try {
    value = JSON.parse(text) as Partial<PortFile> | null;
  } catch {
    return null;
  }
  const { pid, port, version, apiVersion, epoch } = value ?? {};
  if (typeof pid !== 'number' || typeof port !== 'number' || typeof epoch !== 'number') return null;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return null;
  if (typeof version !== 'string' || typeof apiVersion !== 'string') return null;
  return { pid, port, version, apiVersion, epoch };
}
