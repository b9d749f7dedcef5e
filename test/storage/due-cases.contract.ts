import type { Case } from '../../src/domain/cases/case';
import type { CaseRepository } from '../../src/ports/cases';
import { openRepositories } from '../../src/storage/open-repositories';
import { adding, aNotice, noted, numbersOf, opening, savedOf } from './repositories-under-test';
import type { RepositoriesBench } from './repositories-under-test';

/** What the alerts ask of the record of cases, on every engine: what is due, what changed, and what is to be told. */
export function dueCasesContract(bench: RepositoriesBench): void {
  const cases = (): CaseRepository => bench.repositories.cases;
  const saved = async (...change: Parameters<typeof opening>): Promise<Case> =>
    savedOf(await cases().insert(opening(...change))).state;

  it('gives the cases whose time has come, the earliest first', async () => {
    await saved('CS1000030', { nextDueAt: 1_000_300 });
    const two = await saved('CS1000031', { nextDueAt: 1_000_100 });
    await saved('CS1000032', { nextDueAt: 1_000_301 });
    const due = async () => {
      const found = await cases().due(1_000_300, 100);
      return numbersOf(found.map((one) => one.read().state)).filter((number) =>
        number.startsWith('CS100003'),
      );
    };
    expect(await due()).toEqual(['CS1000031', 'CS1000030']);
    savedOf(await cases().save(1, adding(two, noted('no clock runs any more'))));
    expect(await due()).toEqual(['CS1000030']);
    expect((await cases().due(1_000_300, 1)).every(({ read }) => read().version >= 1)).toBe(true);
  });

  it('says when the next case after an instant is due, and that there is none', async () => {
    const far = 9e12;
    await saved('CS1000034', { nextDueAt: far + 200 });
    await saved('CS1000035', { nextDueAt: far + 100 });
    await saved('CS1000036', {});
    expect(await cases().nextDue(far)).toBe(far + 100);
    expect(await cases().nextDue(far + 100)).toBe(far + 200);
    expect(await cases().nextDue(far + 200)).toBeUndefined();
  });

  it('goes through the cases that changed since, each once, also past a page', async () => {
    const from = Date.UTC(2030, 0, 1);
    const numbers = Array.from({ length: 230 }, (_, i) => `CS2000${String(i).padStart(3, '0')}`);
    for (const number of numbers) await saved(number, { at: from + 1000 });
    const seen: string[] = [];
    for await (const one of cases().changedSince(from)) {
      seen.push(one.number);
      // It moves behind the pages that are still to come.
      if (seen.length === 1) await cases().save(1, adding(one, noted('meanwhile')));
    }
    expect(seen).toEqual(numbers);
  });

  it('keeps the notices of every change with the case until they are taken off', async () => {
    const number = 'CS1000040';
    const pending = async () => {
      const found = await cases().withPendingNotices(100);
      const one = found.find((one) => one.number === number);
      return one?.notices.map(({ id }) => id);
    };
    const before = await saved(number, { notices: [aNotice('n1', number)] });
    await bench.reopen();
    const notices = [aNotice('n2', number), aNotice('n1', number), aNotice('n3', number)];
    await cases().save(1, adding(before, noted('more'), { notices, nextDueAt: 77 }));
    expect(await pending()).toEqual(['n1', 'n2', 'n3']);
    await cases().clearPending(number, ['n1', 'n3', 'unknown']);
    expect(await pending()).toEqual(['n2']);
    await Promise.all([cases().clearPending(number, ['n2']), cases().clearPending(number, ['n2'])]);
    expect(await pending()).toBeUndefined();
    expect((await cases().due(77, 100)).map((one) => one.number)).toContain(number);
    expect((await cases().get(number))?.state.timeline).toHaveLength(2);
    await cases().clearPending('CS1999999', ['n1']);
  });

  it('keeps the notices that another instance saved with the version that is changed', async () => {
    const number = 'CS1000041';
    const before = await saved(number, { notices: [aNotice('n1', number)] });
    const { cases: others } = await openRepositories(bench.engine);
    const second = adding(before, noted('elsewhere'), { notices: [aNotice('n2', number)] });
    savedOf(await others.save(1, second));
    savedOf(await cases().save(2, adding(second.state, noted('here'))));
    const found = await cases().withPendingNotices(100);
    const one = found.find((each) => each.number === number);
    expect(one?.notices.map(({ id }) => id)).toEqual(['n1', 'n2']);
  });
}
