import { writeCheck } from '../../src/storage/write-check';
import { UnreadableRecords } from '../../src/storage/unreadable/unreadable-records';
import type { Engine, RecordKind, Store, Written } from '../../src/storage/store';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { memoryStore } from '../support/memory/memory-store';

describe("The bot's readiness", () => {
  let app: BotHouse;
  let now: number;
  let writes: number;
  /** What a write meets on the disk before it is done. */
  let disk: () => Promise<void>;
  let timers: (() => void)[];
  const stores = new Map<string, Store<unknown>>();

  const engine: Engine = {
    name: 'sqlite',
    unreadable: new UnreadableRecords(),
    store: <T>(kind: RecordKind<T>): Promise<Store<T>> => {
      const store = (stores.get(kind.name) ?? memoryStore(kind)) as Store<T>;
      stores.set(kind.name, store);
      const written = async (write: () => Promise<Written<T>>): Promise<Written<T>> => {
        writes += 1;
        await disk();
        return write();
      };
      return Promise.resolve({
        ...store,
        insert: (id, value) => written(() => store.insert(id, value)),
        replace: (id, version, value) => written(() => store.replace(id, version, value)),
      });
    },
    // Reads succeed on a full disk, on a read-only one, and from a secondary.
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };

  beforeEach(async () => {
    [now, writes, timers] = [10_000, 0, []];
    disk = () => Promise.resolve();
    const later = (_: number, run: () => void): (() => void) => {
      timers.push(run);
      return () => void (timers = timers.filter((one) => one !== run));
    };
    app = await startBotHouse({ ping: writeCheck(engine, { now: () => now, later }) });
  });
  afterEach(() => app.stop());
  const ready = async (): Promise<number> => (await fetch(`${app.url}/readyz`)).status;

  it('is no while writes fail, and yes by itself once they succeed again', async () => {
    expect(await ready()).toBe(200);
    disk = () => Promise.reject(new Error('database or disk is full'));
    now += 1_000;
    expect(await ready()).toBe(503);
    now += 1_000;
    expect(await ready()).toBe(503);
    disk = () => Promise.resolve();
    now += 1_000;
    expect(await ready()).toBe(200);
    expect(app.logged.map(({ message }) => message)).toEqual(['The database does not respond']);
  });

  it('costs one write a second, however many ask', async () => {
    expect(await Promise.all(Array.from({ length: 20 }, ready))).toEqual(Array(20).fill(200));
    expect(writes).toBe(1);
    now += 999;
    await ready();
    expect(writes).toBe(1);
    now += 1;
    await ready();
    expect(writes).toBe(2);
  });

  it('is no if a write does not answer in time, without asking for a second write meanwhile', async () => {
    let release = (): void => undefined;
    disk = () => new Promise((resolve) => (release = resolve));
    for (let asked = 0; asked < 3; asked++) {
      const answer = ready();
      while (timers.length === 0) await new Promise((resolve) => setImmediate(resolve));
      for (const run of timers.splice(0)) run();
      expect(await answer).toBe(503);
      now += 1_000;
    }
    expect(writes).toBe(1);
    release();
    disk = () => Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await ready()).toBe(200);
    expect(timers).toEqual([]);
  });
});
