import type { TestCode } from '../../framework/bridgeMessages.js';
import type { FoundTest } from '../../protocol/tests.js';
import type { TestTrace } from './testTraceRepository.js';

const fileOf = (part: string): string => part.split('#', 1)[0] ?? part;

/** Whether a file is one of those named, or lies in a folder that is. */
export function isNamed(names: readonly string[]): (file: string) => boolean {
  const folders = names.map((name) => name.replace(/\\/g, '/').replace(/\/+$/, ''));
  return (file) =>
    folders.some((name) => name === '.' || file === name || file.startsWith(`${name}/`));
}

/**
 * The tests whose result a change of these files can touch: those that used a part of them that is another
 * now, and those whose newest result is not known to come from anything. A change of what every test depends
 * on (configuration, migrations, what Python runs at import, pages that came or went) touches all.
 */
export function affectedTests(
  tests: readonly FoundTest[],
  traces: readonly TestTrace[],
  code: TestCode,
  files: readonly string[],
): Set<string> {
  const known = new Map(traces.map((trace) => [trace.testId, trace]));
  const named = isNamed(files);
  const isTouched = ({ id }: FoundTest): boolean => {
    const trace = known.get(id);
    if (trace === undefined || trace.everyones !== code.all) return true;
    return Object.entries(trace.uses).some(
      ([part, hash]) => (code.parts[part] ?? '') !== hash && named(fileOf(part)),
    );
  };
  return new Set(tests.filter(isTouched).map(({ id }) => id));
}
