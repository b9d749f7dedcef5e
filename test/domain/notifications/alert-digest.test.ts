import fc from 'fast-check';
import { alertDigestOf, MOST_TAGGED } from '../../../../src/domain/cases/notices/alert-digest';
import { gathered, LONGEST_WAIT_MS, QUIET_MS } from '../../../../src/domain/notifications/gathering';
import { worstFirst } from '../../../../src/domain/cases/notices/worst-first';
import type { ToldClock } from '../../../../src/domain/cases/notices/worst-first';
import { priorityAt } from '../../../../src/domain/policy/priority';
import { projectCase } from '../../../../src/domain/cases/project-case';
import type { Entry } from '../../../../src/domain/cases/timeline';
import { details } from '../../../support/cases';
import { aDirectory, aWorld, START } from '../../../support/site';

const DAY = 86_400_000;
const GROUP = aDirectory().groups.find(({ level }) => level === 2)?.key ?? '';
const LATER = { ...aWorld(), now: START + 60 * DAY };

/** A case of that IPD, opened so many milliseconds after the start; claimed where its breach is cured. */
function missed(number: string, ipd: number, openedAfter = 0, isCured = false): ToldClock {
  const at = START + openedAfter;
  const opened: Entry = {
    kind: 'opened',
    origin: 'level-2',
    level: 2,
    group: GROUP,
    details: { ...details(), ipd },
    at,
    by: 'someone',
    cause: `${number}-1`,
  };
  const claimed: Entry = {
    kind: 'assigned',
    to: 'someone',
    how: 'claimed',
    at: at + 30 * DAY,
    by: 'someone',
    cause: `${number}-2`,
  };
  return { case: projectCase(number, isCured ? [opened, claimed] : [opened]), clock: 'assignment#1' };
}
const numberOf = (index: number): string => `CS${String(index).padStart(7, '0')}`;

describe('the worst first', () => {
  it('puts the highest priority first, then the longest past due (CK-11)', () => {
    const order = worstFirst(
      [missed('CS0000001', 15), missed('CS0000002', 1, 5 * DAY), missed('CS0000003', 1)],
      LATER,
    );
    expect(order.map(({ case: of }) => of.number)).toEqual(['CS0000003', 'CS0000002', 'CS0000001']);
  });

  it('puts what is missed before what is near, however urgent', () => {
    const near = missed('CS0000002', 1, 60 * DAY - 3_600_000);
    const order = worstFirst([near, missed('CS0000001', 15)], LATER);
    expect(order.map(({ isMissed }) => isMissed)).toEqual([true, false]);
    expect(alertDigestOf([near], [], LATER)).toMatchObject({ missed: 0, near: 1, cases: 0 });
  });

  it('leaves out what was done since, and says each once', () => {
    const twice = missed('CS0000001', 1);
    expect(worstFirst([twice, missed('CS0000002', 1, 0, true), twice], LATER)).toHaveLength(1);
  });

  it('puts two of one urgency and one due time by their numbers, and takes the clock that was told', () => {
    const order = worstFirst([missed('CS0000002', 1), missed('CS0000003', 1), missed('CS0000001', 1)], LATER);
    expect(order.map(({ case: of }) => of.number)).toEqual(['CS0000001', 'CS0000002', 'CS0000003']);
    const interim = { ...missed('CS0000001', 1), clock: 'interim-response#1' } as const;
    expect(worstFirst([interim], LATER).map(({ clock }) => clock.key)).toEqual(['interim-response#1']);
    expect(worstFirst([{ ...interim, clock: 'interim-response#2' }], LATER)).toEqual([]);
  });

  it('has nothing missed at the due instant itself (BT-5)', () => {
    const told = missed('CS0000001', 1);
    const dueAt = worstFirst([told], LATER)[0]?.clock.dueAt ?? 0;
    expect(worstFirst([told], { ...LATER, now: dueAt })[0]?.isMissed).toBe(false);
    expect(worstFirst([told], { ...LATER, now: dueAt + 1 })[0]?.isMissed).toBe(true);
  });

  it('orders any breaches so, whatever order they come in (CK-11)', () => {
    const one = fc.tuple(
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 0, max: 20 * DAY }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (given) => {
        const all = given.map(([ipd, after, isCured], index) => missed(numberOf(index), ipd, after, isCured));
        const order = worstFirst(all, LATER);
        const rank = ({ case: of }: ToldClock): number =>
          ['emergency', 'high', 'medium', 'low'].indexOf(priorityAt(of.details, 2, LATER.policies.at(START)));
        for (const [index, { case: of, clock }] of order.entries()) {
          const before = order[index - 1];
          if (before === undefined) continue;
          const step = rank({ case: of, clock: clock.key }) - rank({ case: before.case, clock: clock.key });
          expect(step).toBeGreaterThanOrEqual(0);
          if (step === 0) expect(clock.dueAt).toBeGreaterThanOrEqual(before.clock.dueAt);
        }
        expect(order).toHaveLength(given.filter(([, , isCured]) => !isCured).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a digest of breaches', () => {
  it('counts all, shows the worst, and says what is done since (CK-11)', () => {
    const all = Array.from({ length: 300 }, (_, index) => missed(numberOf(index), 1 + (index % 15)));
    const digest = alertDigestOf([...all, missed('CS0000999', 1, 0, true)], [], LATER);
    expect(digest).toMatchObject({ missed: 300, cases: 300, done: 1, groups: [GROUP] });
    expect(digest.worst.length).toBeLessThan(20);
    expect(digest.worst.map(({ case: of }) => of.details.ipd)).toEqual(digest.worst.map(() => 1));
  });

  it('counts the missed and the near apart, and names the group that owes the most first (CK-11)', () => {
    const here = [missed('CS0000001', 1), missed('CS0000002', 1)];
    const other = (number: string): ToldClock => {
      const told = missed(number, 1, 60 * DAY - 3_600_000);
      const [first, ...rest] = told.case.timeline;
      return { ...told, case: projectCase(number, [{ ...first, group: 'di2' } as Entry, ...rest]) };
    };
    const few = alertDigestOf([other('CS0000009'), ...here], [], LATER);
    expect(few).toMatchObject({ missed: 2, near: 1, cases: 2, done: 0, groups: [GROUP, 'di2'] });
    const many = [...here, ...['CS0000007', 'CS0000008', 'CS0000009'].map(other)];
    expect(alertDigestOf(many, [], LATER)).toMatchObject({ missed: 2, near: 3, groups: ['di2', GROUP] });
  });

  it('tags everyone who is to be tagged once, within what a card takes (CK-11)', () => {
    const subject = { kind: 'breach', clock: 'assignment#1', dueAt: START } as const;
    const warned = { ...subject, kind: 'warning' } as const;
    const notices = [
      { subject: warned, mentions: ['ann', 'sam'] },
      { subject, mentions: ['gina', 'sam'] },
    ];
    expect(alertDigestOf([], notices, LATER).mentions).toEqual(['gina', 'sam', 'ann']);
    const many = [{ subject, mentions: Array.from({ length: 90 }, (_, index) => `p${index}`) }];
    expect(alertDigestOf([], many, LATER).mentions).toHaveLength(MOST_TAGGED);
  });
});

describe('the gathering of breaches', () => {
  it('lets them leave at once where no more is on the way', () => {
    expect(gathered([START], false, START)).toBe(true);
  });

  it('waits for those on the way until nothing came for a while', () => {
    expect(gathered([START - QUIET_MS, START - 1], true, START)).toBe(false);
    expect(gathered([START - QUIET_MS], true, START)).toBe(true);
  });

  it('lets the first wait no longer than its time, however many come', () => {
    expect(gathered([START - LONGEST_WAIT_MS, START], true, START)).toBe(true);
  });
});
