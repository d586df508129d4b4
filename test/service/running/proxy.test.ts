import assert from 'node:assert/strict';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { Browsers } from '../../../src/service/running/browsers.js';
import { cookieOut, cookiesIn } from '../../../src/service/running/proxyCookies.js';
import { underBase } from '../../../src/service/running/proxyBase.js';
import { ReloadProxy } from '../../../src/service/running/reloadProxy.js';
import { cleanUp } from '../../support/cleanup.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication } from '../tests/testsApp.js';
import { openBrowser, openPage, startRuns } from './runApp.js';

/** Status of an answer to a request with these headers, `host` among them. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(url);
    const sent = httpRequest({ hostname, port, path: pathname, method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end();
  });
}

/** What a page can try; answers what got through. As text: it runs in the browser as it stands. */
const attack = `async (target) => {
  const results = [];
  const settle = (what, work) => work.then(() => results.push(what), () => undefined);
  const loads = (tag, facts) => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), facts);
    element.onload = resolve;
    element.onerror = reject;
    document.body.append(element);
  });
  const opens = (one) => new Promise((resolve, reject) => {
    one.onopen = resolve;
    one.onerror = reject;
  });
  await settle('fetch', fetch(target + 'secret'));
  await settle('script', loads('script', { src: target + '__quantum_admin/client.js' }));
  await settle('picture', loads('img', { src: target + 'secret' }));
  await settle('style', loads('link', { rel: 'stylesheet', href: target + 'secret' }));
  await settle('socket', opens(new WebSocket(target.replace('http', 'ws'))));
  await settle('stream', opens(new EventSource(target + '__quantum_admin/events?page=x&request=1')));
  await fetch(target + 'secret', { mode: 'no-cors', method: 'POST', body: 'a=1' }).catch(() => undefined);
  await loads('iframe', { src: target + 'secret' });
  return results;
}`;

describe('pages of other origins', () => {
  it('get nothing of the application, and nothing of ours', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'proxy'), {});
    const app = await startRuns(t, root);
    const { url } = (await app.start()) as { url: string };
    const { host } = new URL(url);
    const asked = async (headers: Record<string, string>, at = ''): Promise<number> =>
      statusOf(url + at, { host, ...headers });
    assert.equal(await asked({}), 200);
    assert.equal(await asked({ host: 'evil.example:8080' }), 421, 'a name that was pointed here');
    assert.equal(await asked({ origin: 'http://evil.example' }), 403);
    assert.equal(await asked({ origin: 'null' }), 403);
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    assert.equal(await asked({ ...foreign, 'sec-fetch-dest': 'script' }), 403);
    assert.equal(await asked({ ...foreign, 'sec-fetch-site': 'same-site' }), 403, 'another port');
    const own = '__quantum_admin/client.js';
    assert.equal(await asked({ ...foreign, 'sec-fetch-dest': 'script' }, own), 403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    assert.equal(await asked({ ...link, 'sec-fetch-dest': 'document' }), 200, 'a link leads here');
    assert.equal(await asked({ ...link, 'sec-fetch-dest': 'embed' }), 403);
  });

  it('reach it by no means a browser has', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'proxy'), {
      'components/secret.q': '<q:component name="Secret"><p>secret words</p></q:component>\n',
    });
    const app = await startRuns(t, root);
    const { url } = (await app.start()) as { url: string };
    const hostile = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!DOCTYPE html><body></body>');
    }).listen(0, '127.0.0.1');
    cleanUp(t, () => hostile.close());
    await new Promise((resolve) => hostile.once('listening', resolve));
    const page = await (await openBrowser(t)).newPage();
    await page.goto(`http://localhost:${(hostile.address() as AddressInfo).port}/`);
    const got = await page.evaluate<string[]>(`(${attack})(${JSON.stringify(url)})`);
    assert.deepEqual(got, []);
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    assert.doesNotMatch((await framed?.content()) ?? '', /secret words/, 'a frame stays empty');
    const posts = (await app.requests()).filter(({ method }) => method !== 'GET');
    assert.deepEqual(posts, [], 'no form of theirs arrived');
  });
});

describe('between a browser and the application', () => {
  it('streams and WebSockets go through as they come', async (t) => {
    const target = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('first ');
      response.on('close', () => undefined);
      release = () => void response.end('second');
    });
    let release: () => void = () => undefined;
    const sockets = new WebSocketServer({ server: target });
    sockets.on('connection', (socket) =>
      socket.on('message', (text) => socket.send(`echo ${(text as Buffer).toString()}`)),
    );
    target.listen(0, '127.0.0.1');
    await new Promise((resolve) => target.once('listening', resolve));
    const browsers = new Browsers();
    const proxy = new ReloadProxy({
      browsers,
      clientScript: '',
      target: () => Promise.resolve((target.address() as AddressInfo).port),
      problem: () => null,
      told: () => Promise.resolve(null),
      openSource: () => Promise.resolve(),
      baseOf: () => null,
    });
    const port = await proxy.listen([0]);
    cleanUp(t, () => {
      browsers.dispose();
      target.closeAllConnections();
      target.close();
      return proxy.close();
    });
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.equal((await reader?.read())?.value, 'first ', 'before the rest was written');
    release();
    assert.equal((await reader?.read())?.value, 'second');
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('hello');
    const heard = await new Promise((resolve) =>
      socket.once('message', (data: Buffer) => resolve(String(data))),
    );
    assert.equal(heard, 'echo hello');
    socket.terminate();
  });

  it('two applications keep their logins apart', () => {
    assert.equal(
      cookieOut('session=a; HttpOnly; Path=/; SameSite=Lax', 8080),
      'qa8080.session=a; HttpOnly; Path=/; SameSite=Lax',
    );
    assert.equal(
      cookieOut('theme=dark; Path=/', 8080, '/proxy/8080'),
      'theme=dark; Path=/proxy/8080/',
    );
    const sent = 'session=old; qa8080.session=a; qa8081.session=b; theme=dark';
    assert.equal(cookiesIn(sent, 8080), 'session=a; theme=dark');
    assert.equal(cookiesIn('qa8081.session=b', 8080), undefined);
  });

  it('an application under a path finds its own addresses', () => {
    const html =
      '<a href="/cart" x="/y"><img src="//cdn/x"><form action=\'/go\'><i style="a:url(/b)">';
    assert.equal(
      underBase(html, '/proxy/1'),
      '<a href="/proxy/1/cart" x="/y"><img src="//cdn/x"><form action=\'/proxy/1/go\'><i style="a:url(/proxy/1/b)">',
    );
    assert.equal(underBase(html, ''), html);
  });
});

describe('a broken page', () => {
  it('stays as it was under its problem, which leads to the editor and goes when it is mended', async (t) => {
    const good = '<q:component name="Index">\n<h1>Good</h1>\n</q:component>\n';
    const root = await smallApplication(await temporaryFolder(t, 'proxy'), {
      'components/index.q': good,
    });
    const app = await startRuns(t, root);
    const { url } = (await app.start()) as { url: string };
    const page = await openPage(await openBrowser(t), url);
    await app.save('components/index.q', good.replace('<h1>', '<q:sett name="a"/>\n<h1>'));
    await page.waitForSelector('quantum-admin-problem', { state: 'attached' });
    assert.match((await page.textContent('h1')) ?? '', /Good/);
    const place = { file: 'components/index.q', line: 2, column: null };
    const told = (await app.requests()).at(-1);
    assert.equal(told?.error?.place?.line, place.line);
    // The button is in a closed tree of elements, which only the keyboard reaches.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const asked = await app.event((event) => event.type === 'source_requested');
    assert.deepEqual(asked.type === 'source_requested' && asked.place.line, 2);
    await app.save('components/index.q', good.replace('Good', 'Better'));
    await page.waitForFunction(
      () =>
        document.querySelector('quantum-admin-problem') === null &&
        document.querySelector('h1')?.textContent.trim() === 'Better',
    );
  });
});
