// Loaded into a process that is measured: answers each message with the bytes its heap holds after a collection.
process.on('message', () => {
  // Twice: what is only weakly held goes with the second.
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
process.channel?.unref();
