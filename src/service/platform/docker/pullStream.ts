import { ByteRate } from './byteRate.js';
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

/** How much of the work on a layer its download is; the rest is unpacking it. */
const downloadShare = 0.8;
const absent: Layer = { current: 0, total: 0, done: false };

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/** Adds up what the lines of a pull tell about its layers. */
export class PullCount {
  private readonly layers = new Map<string, Layer>();
  private readonly rate: ByteRate;

  constructor(now: () => number = () => performance.now()) {
    this.rate = new ByteRate(now);
  }

  /** @throws DockerError for a line that tells of an error: the answer's own status is 200. */
  add(text: string): PullProgress | null {
    const line = JSON.parse(text) as PullLine;
    const failure = line.errorDetail?.message ?? line.error;
    if (failure !== undefined) throw new DockerError(failure, 500);
    const { id, status = '' } = line;
    if (id === undefined || status.startsWith('Pulling from')) return null;
    const before = this.layers.get(id) ?? absent;
    const layer = after(before, line);
    this.layers.set(id, layer);
    return this.progress(layer.done && !before.done ? said(id, layer, status) : null);
  }

  private progress(layer: string | null): PullProgress {
    const layers = [...this.layers.values()];
    const sum = (of: (one: Layer) => number): number =>
      layers.reduce((total, one) => total + of(one), 0);
    const done = layers.filter((one) => one.done).length;
    const current = sum((one) => one.current);
    const total = sum((one) => one.total);
    const rate = this.rate.after(current);
    const speed = rate === null ? '' : `, ${megabytes(rate)} MB/s`;
    const bytes = total === 0 ? '' : `, ${megabytes(current)} of ${megabytes(total)} MB${speed}`;
    return {
      fraction: layers.length === 0 ? 0 : sum(share) / layers.length,
      text: `${done} of ${layers.length} layers${bytes}`,
      layer,
    };
  }
}

/** A layer after what a line says of it. */
function after(before: Layer, { status = '', progressDetail }: PullLine): Layer {
  if (status === 'Pull complete' || status === 'Already exists')
    return { done: true, total: before.total, current: before.total };
  if (status === 'Download complete') return { ...before, current: before.total };
  if (status !== 'Downloading') return before;
  const { current = before.current, total = before.total } = progressDetail ?? {};
  return { ...before, current, total };
}

const share = ({ done, current, total }: Layer): number =>
  done ? 1 : total === 0 ? 0 : (downloadShare * current) / total;

/** What a log says of a layer that is there. */
function said(id: string, { total }: Layer, status: string): string {
  if (status === 'Already exists') return `Layer ${id} is here already`;
  return total === 0 ? `Layer ${id} is here` : `Layer ${id} is here, ${megabytes(total)} MB`;
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
