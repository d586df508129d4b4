/**
 * Runs a command's main function. Node ends silently, and with success, when nothing is left that could
 * ever wake it; a command that is not done by then says so and fails.
 */
export function runMain(main: () => Promise<void>): void {
  let done = false;
  process.on('exit', (code) => {
    if (done) return;
    console.error('It ended before it was done: something that was waited for can never come.');
    process.exitCode = code === 0 ? 70 : code;
  });
  main()
    .catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    })
    .finally(() => {
      done = true;
    });
}
