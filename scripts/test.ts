// Everything that proves the product, in stages; with names only the stages or test files that match.
import { printStage, printTotal } from './lib/testing/report.js';
import { added, nothing, type Outcome } from './lib/testing/outcome.js';
import { prepareStage, roomStage, staticChecks, type Stage } from './lib/testing/stages.js';
import { findRooms, type Room } from './lib/testing/testFiles.js';
import { runMain } from './lib/runMain.js';

async function main(names: readonly string[]): Promise<void> {
  const all = await findRooms();
  const rooms = names.length === 0 ? all : all.flatMap((room) => matching(room, names));
  const checks = staticChecks.filter(({ name }) => names.length === 0 || names.includes(name));
  if (rooms.length + checks.length === 0) {
    const known = [...staticChecks, ...all].map(({ name }) => name).join(', ');
    console.error(
      `Nothing is called ${names.join(' or ')}. Stages: ${known}; or part of a file's path.`,
    );
    process.exitCode = 2;
    return;
  }
  let total: Outcome = nothing;
  const prepare = prepareStage(new Set(rooms.map(({ name }) => name)), (line) => {
    console.log(`  ${line}`);
  });
  const groups: (readonly Stage[])[] = [checks, ...rooms.map((room) => [roomStage(room)])];
  if (rooms.length > 0) groups.unshift([prepare]);
  for (const group of groups) {
    const outcomes = await Promise.all(
      group.map(async (stage) => {
        const start = performance.now();
        const outcome = await stage.run();
        printStage(stage.name, outcome, performance.now() - start);
        return outcome;
      }),
    );
    total = outcomes.reduce(added, total);
  }
  printTotal(total);
  process.exitCode = total.failures.length === 0 && total.passed > 0 ? 0 : 1;
}

/** The room as far as the names mean it: whole by its name, else the files whose path holds one. */
function matching(room: Room, names: readonly string[]): Room[] {
  if (names.includes(room.name)) return [room];
  const files = room.files.filter((file) => names.some((name) => file.includes(name)));
  return files.length === 0 ? [] : [{ ...room, files }];
}

runMain(() => main(process.argv.slice(2)));
