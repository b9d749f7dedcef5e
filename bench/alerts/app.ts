import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/storage/open-engine';
import type { Engine } from '../../src/storage/store';

const quiet = (): void => undefined;
/** Says what is wrong and ends: a figure of a bot that is not well is none. */
const wrong = (fields: object, words: string): never => {
  console.error(words, fields);
  process.exit(1);
};
export const LOG = { debug: quiet, info: quiet, warn: wrong, error: wrong };

/** Runs the work on a SQLite store of its own, which is gone after. */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'casekeeper-bench-'));
  const engine = await openEngine({ dataDir });
  try {
    return await work(engine);
  } finally {
    await engine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** A number from the environment. */
export const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
