import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAILBOX, OUTBOX } from '../../src/notifications/outbox/outbox-item';
import type { OutboxItem } from '../../src/notifications/outbox/outbox-item';
import { openEngine } from '../../src/storage/open-engine';
import type { Engine } from '../../src/storage/store';

const MAX = 1_000;

/** Outbox and mailbox as a process left them: the state of each notice, by its id. */
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
    return await boxesIn(engine);
  } finally {
    await engine.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The boxes of an open store. */
export async function boxesIn(engine: Engine): Promise<Snapshot> {
  return new Map([...(await statesOf(engine, OUTBOX)), ...(await statesOf(engine, MAILBOX))]);
}

async function statesOf(engine: Engine, kind: typeof OUTBOX): Promise<Snapshot> {
  const store = await engine.store(kind);
  const states = new Map<string, OutboxItem['state']>();
  for (let after: { id: string; value: string } | undefined; ;) {
    const page = await store.find({ where: {}, limit: MAX, ...(after === undefined ? {} : { after }) });
    // That the mail server has a mail is noted before the case says so and the mail leaves the box.
    for (const { id, value } of page) states.set(id, value.accepted === true ? 'sent' : value.state);
    const last = page.at(-1);
    if (last === undefined || page.length < MAX) return states;
    after = { id: last.id, value: last.id };
  }
}
