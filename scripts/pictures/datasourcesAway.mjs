// Pictures of what passes quickly, and of an engine that goes and comes: pulling, starting, setup, engine away, again.
//   DOCKER_HOST=unix:///tmp/quantum-pictures.sock npm run drive -- --workspace COPY_OF_THE_SAMPLE \
//     --script scripts/pictures/datasourcesAway.mjs --theme light|dark|hc --out out
// The script stands between the editor and the engine, and holds what it is told to hold.
import { rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { runner } from './lib/runner.mjs';

const engine = '/var/run/docker.sock';
const patience = { timeout: 120_000 };

/** A way to the engine on which requests can be held, and an image said to be missing. */
class Way {
  held = null;
  isMissing = true;
  #waiting = [];
  #sockets = new Set();
  #server = createServer((asked, answer) => void this.#pass(asked, answer));

  constructor(address) {
    this.address = address;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('upgrade', (asked, socket, head) => {
      const sent = this.#ask(asked);
      sent.on('upgrade', (answered, other, first) => {
        const headers = Object.entries(answered.headers).map(([name, text]) => `${name}: ${text}`);
        socket.write(`HTTP/1.1 101 UPGRADED\r\n${headers.join('\r\n')}\r\n\r\n`);
        for (const one of [socket, other]) one.on('error', () => undefined);
        other.write(head);
        socket.write(first);
        other.pipe(socket).pipe(other);
      });
      sent.end();
    });
  }

  async open() {
    await rm(this.address, { force: true });
    await new Promise((resolve) => this.#server.listen(this.address, resolve));
  }

  async close() {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      for (const socket of this.#sockets) socket.destroy();
    });
    await rm(this.address, { force: true });
  }

  /** Lets go what waits. */
  next() {
    for (const go of this.#waiting.splice(0)) go();
  }

  #ask({ method, url, headers }) {
    const sent = request({ socketPath: engine, path: url, method, headers });
    sent.on('error', () => undefined);
    return sent;
  }

  async #pass(asked, answer) {
    const { method, url } = asked;
    if (this.isMissing && /\/images\/[^/]+\/json$/.test(decodeURIComponent(url))) {
      answer.writeHead(404, { 'content-type': 'application/json' });
      answer.end('{"message":"No such image"}');
      return;
    }
    if (this.isMissing && url.includes('/images/create')) {
      const line = (id, status, current, total) =>
        `${JSON.stringify({ id, status, progressDetail: { current, total } })}\n`;
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.write(line('aaa', 'Downloading', 31e6, 90e6) + line('bbb', 'Pull complete', 0, 0));
      await this.#turn();
      this.isMissing = false;
      answer.end(line('aaa', 'Pull complete', 0, 0));
      return;
    }
    if (this.held?.test(`${method} ${url}`)) await this.#turn();
    const sent = this.#ask(asked);
    sent.on('response', (answered) => {
      answer.writeHead(answered.statusCode, answered.headers);
      answered.pipe(answer);
      answer.on('close', () => answered.destroy());
    });
    asked.pipe(sent);
  }

  #turn() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

export default async function away({ page, evaluate, screenshot }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  const way = new Way((process.env.DOCKER_HOST ?? '').replace(/^unix:\/\//, ''));
  const run = runner(evaluate);
  const side = page.locator('.part.sidebar');
  const row = (state) => side.getByRole('treeitem', { name: new RegExp(`postgresql-1, ${state}`) });
  const toast = (text) =>
    page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  await run('workbench.view.extension.quantum');
  await side.getByRole('button', { name: 'Use an Existing Server…' }).waitFor(patience);
  await screenshot('empty-without-docker');
  await run('quantum.datasources.new');
  await page.getByRole('option', { name: /SQLite/ }).waitFor(patience);
  await screenshot('express-without-docker');
  await page.keyboard.press('Escape');

  await way.open();
  await side.getByRole('button', { name: 'New PostgreSQL' }).waitFor(patience);
  await run('quantum.datasources.new', 'postgresql');
  await toast('of 2 layers').waitFor(patience);
  await screenshot('pulling');
  way.held = /^POST .*\/start/;
  way.next();
  await toast('Starting the container').waitFor(patience);
  await screenshot('starting');
  way.held = null;
  way.next();
  await toast('Waiting for the server').waitFor(patience);
  await screenshot('setup');
  await row('ready').waitFor(patience);
  await run('notifications.clearAll');

  await way.close();
  await row('engine away').waitFor(patience);
  await screenshot('away');
  await run('quantum.datasources.openDetails', 1);
  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await shown.getByRole('heading', { name: /postgresql-1/ }).waitFor();
  await shown.locator('body').evaluate(() => document.fonts.ready.then(() => undefined));
  await screenshot('away-page');
  await run('workbench.action.closeAllEditors');
  await way.open();
  await row('ready').waitFor(patience);
  await screenshot('again');
  await run('quantum.datasources.delete', 1);
  await page.getByRole('button', { name: 'Delete with All Data' }).click();
  await row('').waitFor({ ...patience, state: 'hidden' });
  await way.close();
}
