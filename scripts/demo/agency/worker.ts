import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from './agency';
import { agencyOf } from './agency-of';
import { filledCases } from './filled-case';

/** Which cases are asked for: from one up to another, the latter not among them. */
export interface Asked {
  readonly from: number;
  readonly before: number;
}

// Runs in a thread of its own: makes the cases that it is asked for.
const agency = agencyOf(workerData as Plan);
parentPort?.on('message', ({ from, before }: Asked) => {
  parentPort?.postMessage(filledCases(agency, from, before));
});
