// Test-only. Announces this extension host in QUANTUM_DRIVER_FOLDER and evaluates functions sent to its
// socket, one JSON document a line. It loads before anything else so that it can watch the event loop.
const started = performance.now();
const { randomUUID } = require('node:crypto');
const { mkdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { createServer } = require('node:net');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const path = require('node:path');
const v8 = require('node:v8');
const vscode = require('vscode');

const eventLoop = monitorEventLoopDelay({ resolution: 1 });
eventLoop.enable();

/** The longest time the event loop stood still in the first two seconds, in ms. */
const firstTwoSeconds = new Promise((resolve) => {
  setTimeout(() => {
    const value = { maxMs: eventLoop.max / 1e6, p99Ms: eventLoop.percentile(99) / 1e6 };
    eventLoop.disable();
    resolve(value);
  }, 2000);
});

/** Folder of the extension → how long its code took to load and its activate() to run, in ms. */
const activations = {};
const neighbours = path.dirname(__dirname) + path.sep;
const load = Module._load;
Module._load = function (request, ...rest) {
  const before = performance.now();
  const loaded = load.call(this, request, ...rest);
  const isNeighbour = path.isAbsolute(request) && request.startsWith(neighbours);
  if (!isNeighbour || typeof loaded?.activate !== 'function') return loaded;
  const [folder] = request.slice(neighbours.length).split(path.sep);
  const times = { loadMs: performance.now() - before, blockedMs: null, activateMs: null };
  activations[folder] = times;
  const activate = (context) => {
    const called = performance.now();
    const answer = loaded.activate(context);
    times.blockedMs = performance.now() - called;
    const done = () => (times.activateMs = performance.now() - called);
    if (typeof answer?.then === 'function') answer.then(done, done);
    else done();
    return answer;
  };
  return { ...loaded, activate };
};

/** Bytes of the scripts of an extension that this process has loaded. */
function scriptBytes(folder) {
  const files = Object.keys(require.cache).filter((file) =>
    file.startsWith(path.join(neighbours, folder) + path.sep),
  );
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** The class in which VS Code's emitters hold a listener; it is not exported, so one is caught alive. */
function listenerClass() {
  const emitter = new vscode.EventEmitter();
  const listener = () => undefined;
  emitter.event(listener);
  const holder = Object.values(emitter).find((value) => value?.value === listener);
  emitter.dispose();
  if (holder === undefined) throw new Error('How emitters hold their listeners has changed.');
  return holder.constructor;
}

/** What is alive on the heap and in the event loop, after a full collection. */
function alive() {
  const count = (type) => v8.queryObjects(type, { format: 'count' });
  return {
    listeners: count(listenerClass()),
    disposables: count(vscode.Disposable),
    emitters: count(vscode.EventEmitter),
    resources: process.getActiveResourcesInfo().length,
  };
}

const host = {
  alive,
  startedAt: performance.timeOrigin + started,
  firstTwoSeconds,
  activations,
  scriptBytes,
};

// Functions compiled by esbuild with names kept carry calls of this helper.
const __name = (value) => value;

async function evaluate({ source, arg }) {
  const make = new Function('require', 'host', '__name', `return (${source});`);
  return make(require, host, __name)(vscode, arg);
}

async function answer(line) {
  const request = JSON.parse(line);
  try {
    return { id: request.id, value: (await evaluate(request)) ?? null };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.stack : String(error) };
  }
}

function serve(socket) {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      void answer(line).then((reply) => {
        if (!socket.destroyed) socket.write(`${JSON.stringify(reply)}\n`);
      });
    }
  });
}

exports.activate = (context) => {
  const folder = process.env.QUANTUM_DRIVER_FOLDER;
  if (!folder) return;
  const id = randomUUID();
  const address =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\quantum-driver-${id}`
      : path.join(folder, `${id}.sock`);
  const announcement = path.join(folder, `${id}.json`);
  const server = createServer(serve);
  mkdirSync(folder, { recursive: true });
  server.listen(address, () => {
    const about = { address, pid: process.pid, at: Date.now() };
    // Whole or not at all: the reader never sees half of it.
    writeFileSync(`${announcement}.tmp`, JSON.stringify(about));
    renameSync(`${announcement}.tmp`, announcement);
  });
  context.subscriptions.push({
    dispose() {
      server.close();
      rmSync(announcement, { force: true });
    },
  });
};
