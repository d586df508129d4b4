import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);

export interface NodeHttpServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The least an HTTP answer costs: bare `node:http` in a process of its own, sending `body` as JSON. */
export async function startNodeHttp(body: string): Promise<NodeHttpServer> {
  const child = fork(file, ['serve'], { execArgv: ['--import', 'tsx'], serialization: 'json' });
  child.send({ body });
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return {
    url: message.url,
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

async function serve(): Promise<void> {
  const [{ body }] = (await once(process, 'message')) as [{ body: string }];
  const server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  process.send?.({ url: `http://127.0.0.1:${address.port}` });
  process.on('disconnect', () => process.exit());
}

if (path.resolve(process.argv[1] ?? '') === file && process.argv[2] === 'serve') void serve();
