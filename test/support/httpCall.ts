import http from 'node:http';

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string;
  readonly agent?: http.Agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Empty for an event stream, which is left after its headers. */
  readonly body: string;
}

/** One request over a real socket with exactly these headers, Host and Origin too. */
export function httpCall(base: string, call: Call): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: hostname,
        port,
        method: call.method ?? 'GET',
        path: call.path,
        headers: call.headers ?? {},
        ...(call.agent ? { agent: call.agent } : {}),
      },
      (response) => {
        const { statusCode: status = 0, headers } = response;
        if (headers['content-type']?.startsWith('text/event-stream')) {
          resolve({ status, headers, body: '' });
          request.destroy();
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status, headers, body: Buffer.concat(chunks).toString() });
        });
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(call.body);
  });
}
