import type { Failure, Outcome } from './outcome.js';

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** One line for a stage, and beneath it what failed. */
export function printStage(name: string, outcome: Outcome, ms: number): void {
  const mark = outcome.failures.length === 0 ? '✓' : '✗';
  const counts = [
    `${outcome.passed} passed`,
    ...(outcome.failures.length > 0 ? [`${outcome.failures.length} failed`] : []),
    ...(outcome.skipped.length > 0 ? [`${outcome.skipped.length} skipped`] : []),
  ].join(', ');
  console.log(`${mark} ${name.padEnd(14)} ${counts.padEnd(28)} ${seconds(ms).padStart(8)}`);
  for (const { name: test, where, message } of outcome.failures) {
    console.log(`\n  ✗ ${test}${where === null ? '' : `\n    ${where}`}`);
    console.log(`${message.replace(/^/gm, '    ')}\n`);
  }
}

function printNames(title: string, failures: readonly Failure[]): void {
  if (failures.length > 0) console.log(`\n${title}`);
  for (const { name, where } of failures) {
    console.log(`  ${name}${where === null ? '' : `  (${where})`}`);
  }
}

/** The ten slowest, what was unsteady and what failed again by name, and the total on a line of its own. */
export function printTotal(total: Outcome): void {
  const slowest = [...total.timed].sort((a, b) => b.ms - a.ms).slice(0, 10);
  console.log('\nThe slowest ten');
  for (const { name, ms } of slowest) console.log(`  ${seconds(ms).padStart(8)}  ${name}`);
  printNames(
    'Unsteady: failed beside others, passed alone. Each is a defect to be mended',
    total.unsteady,
  );
  printNames('Failed', total.failures);
  const unsteady = total.unsteady.length > 0 ? `, ${total.unsteady.length} unsteady` : '';
  console.log(`\n${total.passed} passed, ${total.failures.length} failed${unsteady}`);
}
