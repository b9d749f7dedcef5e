import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { DATABASE_FILE } from '../../../src/storage/sqlite/sqlite-engine';
import { lockDataDir } from '../../../src/storage/sqlite/sqlite-lock';
import type { Plan } from './agency';

const STAMP = 'agency.json';
const PLAN = z.object({ cases: z.number(), until: z.number(), seed: z.number() });

/** What is in the folder of the demo's agency. */
export type Standing =
  | { readonly kind: 'empty' }
  | { readonly kind: 'filled'; readonly plan: Plan }
  /** Something else that nobody asked to have replaced. */
  | { readonly kind: 'foreign' };

/** What is in a folder: an agency has a file that says so, written last. */
export function storeCountsOf(dataDir: string): Standing {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return { kind: 'empty' };
  const stamp = join(dataDir, STAMP);
  if (!existsSync(stamp)) return { kind: 'foreign' };
  try {
    return { kind: 'filled', plan: PLAN.parse(JSON.parse(readFileSync(stamp, 'utf8'))) };
  } catch {
    return { kind: 'foreign' };
  }
}

/**
 * Fills a folder that is empty or holds an agency: in another one beside it, which takes its place when all of it is
 * there. So a fill that was interrupted is begun anew, and never half taken. Throws a `StorageFault` where a bot runs on
 * the folder, or another fill is at work.
 */
export async function fillFolder(
  dataDir: string,
  plan: Plan,
  fill: (dataDir: string) => Promise<void>,
): Promise<void> {
  const filling = `${dataDir}.filling`;
  mkdirSync(dirname(dataDir), { recursive: true });
  removeUnused(filling);
  await fill(filling);
  writeFileSync(join(filling, STAMP), `${JSON.stringify(plan)}\n`);
  removeUnused(dataDir);
  renameSync(filling, dataDir);
}

/** Removes a folder, but not under a process that works on it. */
function removeUnused(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  if (readdirSync(dataDir).length === 0) {
    rmdirSync(dataDir);
    return;
  }
  lockDataDir(dataDir, join(dataDir, DATABASE_FILE)).release();
  rmSync(dataDir, { recursive: true });
}
