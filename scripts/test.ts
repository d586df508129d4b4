// Everything that proves the product, in stages; with names only the stages or test files that match.
import path from 'node:path';
import { root } from './lib/paths.js';
import { printStage, printTotal } from './lib/testing/report.js';
import { added, nothing, type Outcome } from './lib/testing/outcome.js';
import { sideBySide } from './lib/testing/sideBySide.js';
import { secondLook } from './lib/testing/secondLook.js';
import {
  lanes,
  longestFirst,
  prepareStage,
  roomStage,
  staticChecks,
  type Stage,
} from './lib/testing/stages.js';
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
  const prepare = prepareStage(new Set(rooms.map(({ name }) => name)), (line) => {
    console.log(`  ${line}`);
  });
  const prepared = rooms.length > 0 ? await printed(prepare) : nothing;
  const stages = longestFirst([...checks, ...rooms.map(roomStage)]);
  // One stage alone leaves half of a machine with two cores idle.
  const works = stages.map((stage) => () => printed(stage));
  const first = added(prepared, await sideBySide(works, lanes));
  const total = await secondLook(first, (file) => {
    console.log(`\nOnce more, alone: ${path.relative(root, file)}`);
    return printed(roomStage({ name: 'alone', files: [file] }));
  });
  printTotal(total);
  process.exitCode = total.failures.length === 0 && total.passed > 0 ? 0 : 1;
}

async function printed({ name, run }: Stage): Promise<Outcome> {
  const start = performance.now();
  const outcome = await run();
  printStage(name, outcome, performance.now() - start);
  return outcome;
}

/** The room as far as the names mean it: whole by its name, else the files whose path holds one. */
function matching(room: Room, names: readonly string[]): Room[] {
  if (names.includes(room.name)) return [room];
  const files = room.files.filter((file) => names.some((name) => file.includes(name)));
  return files.length === 0 ? [] : [{ ...room, files }];
}

runMain(() => main(process.argv.slice(2)));
