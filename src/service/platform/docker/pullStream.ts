import { DockerError, type PullProgress } from './engine.js';

interface PullLine {
  readonly id?: string;
  readonly status?: string;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string };
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

interface Layer {
  readonly current: number;
  readonly total: number;
  readonly done: boolean;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/** Adds up what the lines of a pull tell about its layers. */
export class PullCount {
  private readonly layers = new Map<string, Layer>();
  private readonly began = performance.now();

  /** @throws DockerError for a line that tells of an error: the answer's own status is 200. */
  add(text: string): PullProgress | null {
    const line = JSON.parse(text) as PullLine;
    const failure = line.errorDetail?.message ?? line.error;
    if (failure !== undefined) throw new DockerError(failure, 500);
    const { id, status = '', progressDetail } = line;
    if (id === undefined || status.startsWith('Pulling from')) return null;
    const before = this.layers.get(id) ?? { current: 0, total: 0, done: false };
    const done = status === 'Pull complete' || status === 'Already exists' || before.done;
    const isDownload = status === 'Downloading';
    const total = isDownload ? (progressDetail?.total ?? before.total) : before.total;
    const current = isDownload ? (progressDetail?.current ?? before.current) : before.current;
    this.layers.set(id, { done, total, current: done ? total : current });
    return this.progress();
  }

  private progress(): PullProgress {
    const layers = [...this.layers.values()];
    const done = layers.filter((layer) => layer.done).length;
    const current = layers.reduce((sum, layer) => sum + layer.current, 0);
    const total = layers.reduce((sum, layer) => sum + layer.total, 0);
    const rate = current / ((performance.now() - this.began) / 1_000);
    const bytes =
      total === 0
        ? ''
        : `, ${megabytes(current)} of ${megabytes(total)} MB, ${megabytes(rate)} MB/s`;
    return {
      fraction: layers.length === 0 ? 0 : done / layers.length,
      text: `${done} of ${layers.length} layers${bytes}`,
    };
  }
}

/** The lines of a stream, whole, whatever pieces it comes in. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  }
  if (rest.trim() !== '') yield rest;
}
