import { migrate } from '../../../src/storage/schema-version';
import type { Migration } from '../../../src/storage/schema-version';
import type { Engine } from '../../../src/storage/store';
import type { EngineUnderTest } from '../engine-under-test';
import { kindNamed } from '../engine-under-test';

/** How every engine keeps the version of its records. */
export function schemaVersionContract(name: string, under: EngineUnderTest): void {
  describe(`The version of the records on ${name}`, () => {
    const kind = kindNamed('migrated');
    let engine: Engine;
    let done: string[];
    beforeEach(async () => {
      engine = await under.open();
      done = [];
    });
    afterEach(async () => {
      await engine.close();
      await under.drop();
    });

    /** A step that paints the records that the step before it left, however often it is begun. */
    const painting =
      (color: string, before?: string): Migration =>
      async (on) => {
        done.push(color);
        const store = await on.store(kind);
        for (const { id, version, value } of await store.find({ where: {}, limit: 100 }))
          if (value.color === before) await store.replace(id, version, { ...value, color });
      };
    const steps = [painting('red'), painting('blue', 'red')];
    const colorOf = async (): Promise<string | undefined> =>
      (await (await engine.store(kind)).get('a'))?.value.color;

    it("is brought to the newer program's, step by step, each once", async () => {
      await (await engine.store(kind)).insert('a', {});
      await migrate(engine, []);
      expect(done).toEqual([]);
      await migrate(engine, steps.slice(0, 1));
      expect(await colorOf()).toBe('red');
      await migrate(engine, steps);
      expect(await colorOf()).toBe('blue');
      await migrate(engine, steps);
      expect(done).toEqual(['red', 'blue']);
    });

    it('keeps an older program out, says why and what to do, and nothing is read or written', async () => {
      await migrate(engine, steps);
      const refused = migrate(engine, steps.slice(0, 1));
      const named = engine.name === 'sqlite' ? 'DATA_DIR' : 'MONGODB_URI';
      await expect(refused).rejects.toMatchObject({
        name: 'StorageFault',
        reason: 'version',
        message:
          `A newer Casekeeper wrote the database that ${named} names: its records have version 3, but this program ` +
          'supports only versions up to 2. Start the newer program, or restore the backup from before the upgrade.',
      });
      await migrate(engine, steps);
      expect(done).toEqual(['red', 'blue']);
    });

    it('continues where an interrupted start stopped', async () => {
      const cutOff: Migration = () => Promise.reject(new Error('the power went'));
      await expect(migrate(engine, [painting('red'), cutOff])).rejects.toThrow('the power went');
      await migrate(engine, steps);
      expect(done).toEqual(['red', 'blue']);
    });

    it('is the same after two instances started at once', async () => {
      await (await engine.store(kind)).insert('a', {});
      await Promise.all([migrate(engine, steps), migrate(engine, steps)]);
      expect(await colorOf()).toBe('blue');
      const before = done.length;
      await migrate(engine, steps);
      expect(done).toHaveLength(before);
    });
  });
}
