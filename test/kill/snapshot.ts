import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUTBOX } from '../../src/alerts/outbox-item';
import type { OutboxItem } from '../../src/alerts/outbox-item';
import { openEngine } from '../../src/storage/open-engine';
import type { Engine } from '../../src/storage/store';

const MOST = 1_000;

/** The outbox as a killed process left it: the state of each notice, by its id. */
export type Snapshot = ReadonlyMap<string, OutboxItem['state']>;

/** Copies what a killed process left, before another opens it, so that nothing but the bot ever mends its own files. */
export function copyOf(dataDir: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'casekeeper-killed-'));
  for (const file of ['casekeeper.db', 'casekeeper.db-wal'])
    if (existsSync(join(dataDir, file))) copyFileSync(join(dataDir, file), join(copy, file));
  return copy;
}

/** Reads a copy, and throws it away. */
export async function snapshotOf(copy: string): Promise<Snapshot> {
  const engine = await openEngine({ dataDir: copy });
  try {
    return new Map([...(await outboxIn(engine))].map(([id, { state }]) => [id, state]));
  } finally {
    await engine.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Every item of the outbox, by its id. */
export async function outboxIn(engine: Engine): Promise<ReadonlyMap<string, OutboxItem>> {
  const store = await engine.store(OUTBOX);
  const items = new Map<string, OutboxItem>();
  for (let after: { id: string; value: string } | undefined; ;) {
    const page = await store.find({ where: {}, limit: MOST, ...(after === undefined ? {} : { after }) });
    for (const { id, value } of page) items.set(id, value);
    const last = page.at(-1);
    if (last === undefined || page.length < MOST) return items;
    after = { id: last.id, value: last.id };
  }
}
