import { Worker } from 'node:worker_threads';

/** Counted from the first signal; the stop itself gives up well before. */
const WATCHDOG_MS = 7_500;

// It runs in a thread of its own, and writes to the descriptor itself: the blocked thread could do neither.
const PROGRAM = `
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
setTimeout(() => {
  const line = { level: 'error', time: new Date().toISOString(), msg: 'The process was blocked and is killed' };
  try {
    writeSync(1, JSON.stringify(line) + '\\n');
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}, workerData);
`;

/** Kills this process in time if its thread is blocked, by the disk for instance, and no timer can run. */
export function startWatchdog(): void {
  new Worker(PROGRAM, { eval: true, workerData: WATCHDOG_MS }).unref();
}
