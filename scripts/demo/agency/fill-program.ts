import { runProgram } from '../program';
import type { Plan } from './agency';
import { agencyOf } from './agency-of';
import { batchesByWorkers } from './batches';
import { fillAgency } from './fill';
import { progressOn } from './story/progress';

// node fill-program.js <folder> <plan as JSON>
// A process of its own: a folder can be moved on every system only when nobody has a file of it open.

async function main(): Promise<number> {
  const [, , folder = '', plan = ''] = process.argv;
  const read = JSON.parse(plan) as Plan;
  const progress = progressOn(process.stdout, process.env);
  await fillAgency(folder, agencyOf(read), batchesByWorkers(read), progress);
  progress.done('All is written.');
  return 0;
}

runProgram(main);
