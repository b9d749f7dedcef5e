import { benchDrains } from './alerts/drains';
import { benchDueToPosted } from './alerts/due-to-posted';
import { watchingMemory, memoryLine } from './alerts/memory';
import { benchSweeps } from './alerts/sweeps';
import { printRows } from './statistics';

// `npm run bench:alerts`: every figure of the alerts in one run. Smaller by BENCH_CASES, BENCH_NOTICES, BENCH_REAL_NOTICES,
// BENCH_OPEN_CASES, BENCH_DUE.
async function main(): Promise<void> {
  const posted = await benchDueToPosted();
  const drains = await benchDrains();
  const sweeps = await watchingMemory(benchSweeps);
  printRows('Alerts', [...sweeps.result, ...posted.rows, ...drains.rows]);
  console.log(memoryLine('sweeps, the filling in it', sweeps.memory));
  for (const line of [posted.line, ...drains.lines]) console.log(line);
  console.log(
    'In real time: the whole bot with its own clock and timers, SQLite on the disk, a connector over loopback that ' +
      'answers after 100 ms and counts as Teams does. By a virtual clock: delivery, limits and back-off on SQLite, for ' +
      'which there is no other clock; the time of processor and disk is in none of it, and is said beside it.',
  );
}

void main();
