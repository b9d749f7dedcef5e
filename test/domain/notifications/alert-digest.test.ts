import fc from 'fast-check';
import type { Case } from '../../../src/domain/cases/case';
import { clocksOf } from '../../../src/domain/cases/clocks/clocks-of';
import { alertDigestOf, MAX_TAGGED } from '../../../src/domain/notifications/alert-digest';
import { gathered, MAX_WAIT_MS, QUIET_MS } from '../../../src/domain/notifications/gathering';
import { worstFirst } from '../../../src/domain/notifications/worst-first';
import type { NotifiedClock, WithClocks } from '../../../src/domain/notifications/worst-first';
import { priorityAt } from '../../../src/domain/policy/priority';
import { projectCase } from '../../../src/domain/cases/project-case';
import { PRIORITIES } from '../../../src/domain/cases/details/details';
import type { Entry } from '../../../src/domain/cases/timeline';
import { details } from '../../support/cases';
import { aDirectory, aWorld, START } from '../../support/site';

const DAY = 86_400_000;
const GROUP = aDirectory().groups.find(({ level }) => level === 2)?.key ?? '';
const LATER = { ...aWorld(), now: START + 60 * DAY };

/** A case with its clocks as they are later. */
interface Clocked extends WithClocks {
  readonly case: Case;
}
type Told = NotifiedClock<Clocked>;
const rankOf = (of: Case): number => PRIORITIES.indexOf(priorityAt(of.details, 2, LATER.policies.at(START)));
const clocked = (of: Case): Clocked => ({
  about: { kind: 'case', id: of.number },
  clocks: clocksOf(of, LATER),
  urgency: rankOf(of),
  case: of,
});

/** A case of that IPD, opened so many milliseconds after the start; claimed where its breach is cured. */
function missed(number: string, ipd: number, openedAfter = 0, isCured = false): Told {
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
  const of = projectCase(number, isCured ? [opened, claimed] : [opened]);
  return { record: clocked(of), clock: 'assignment#1' };
}
const numberOf = (index: number): string => `CS${String(index).padStart(7, '0')}`;

describe('The order of alerts', () => {
  it('puts the highest priority first, then the longest past due (CK-11)', () => {
    const order = worstFirst(
      [missed('CS0000001', 15), missed('CS0000002', 1, 5 * DAY), missed('CS0000003', 1)],
      LATER.now,
    );
    expect(order.map(({ record }) => record.about.id)).toEqual(['CS0000003', 'CS0000002', 'CS0000001']);
  });

  it('puts what is missed before what is due soon, however urgent', () => {
    const near = missed('CS0000002', 1, 60 * DAY - 3_600_000);
    const order = worstFirst([near, missed('CS0000001', 15)], LATER.now);
    expect(order.map(({ isMissed }) => isMissed)).toEqual([true, false]);
    expect(alertDigestOf([near], [], LATER.now)).toMatchObject({ missed: 0, near: 1, records: 0 });
  });

  it('leaves out what was done since, and has each one once', () => {
    const twice = missed('CS0000001', 1);
    expect(worstFirst([twice, missed('CS0000002', 1, 0, true), twice], LATER.now)).toHaveLength(1);
  });

  it('goes by number if urgency and due time are equal, and uses the clock of the alert', () => {
    const order = worstFirst(
      [missed('CS0000002', 1), missed('CS0000003', 1), missed('CS0000001', 1)],
      LATER.now,
    );
    expect(order.map(({ record }) => record.about.id)).toEqual(['CS0000001', 'CS0000002', 'CS0000003']);
    const interim = { ...missed('CS0000001', 1), clock: 'interim-response#1' } as const;
    expect(worstFirst([interim], LATER.now).map(({ clock }) => clock.key)).toEqual(['interim-response#1']);
    expect(worstFirst([{ ...interim, clock: 'interim-response#2' }], LATER.now)).toEqual([]);
  });

  it('treats nothing as missed at the due instant itself (BT-5)', () => {
    const told = missed('CS0000001', 1);
    const dueAt = worstFirst([told], LATER.now)[0]?.clock.dueAt ?? 0;
    expect(worstFirst([told], dueAt)[0]?.isMissed).toBe(false);
    expect(worstFirst([told], dueAt + 1)[0]?.isMissed).toBe(true);
  });

  it('is the same for any breaches, in whatever order they come (CK-11)', () => {
    const one = fc.tuple(
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 0, max: 20 * DAY }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (given) => {
        const all = given.map(([ipd, after, isCured], index) => missed(numberOf(index), ipd, after, isCured));
        const order = worstFirst(all, LATER.now);
        for (const [index, { record, clock }] of order.entries()) {
          const before = order[index - 1];
          if (before === undefined) continue;
          const step = rankOf(record.case) - rankOf(before.record.case);
          expect(step).toBeGreaterThanOrEqual(0);
          if (step === 0) expect(clock.dueAt).toBeGreaterThanOrEqual(before.clock.dueAt);
        }
        expect(order).toHaveLength(given.filter(([, , isCured]) => !isCured).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A digest of breaches', () => {
  it('counts all, shows the worst, and says what has been done since (CK-11)', () => {
    const all = Array.from({ length: 300 }, (_, index) => missed(numberOf(index), 1 + (index % 15)));
    const digest = alertDigestOf([...all, missed('CS0000999', 1, 0, true)], [], LATER.now);
    expect(digest).toMatchObject({ missed: 300, records: 300, done: 1, groups: [GROUP] });
    expect(digest.worst.length).toBeLessThan(20);
    expect(digest.worst.map(({ record }) => record.case.details.ipd)).toEqual(digest.worst.map(() => 1));
  });

  it('counts missed and due soon separately, and names the group that owes the most first (CK-11)', () => {
    const here = [missed('CS0000001', 1), missed('CS0000002', 1)];
    const other = (number: string): Told => {
      const told = missed(number, 1, 60 * DAY - 3_600_000);
      const [first, ...rest] = told.record.case.timeline;
      const of = projectCase(number, [{ ...first, group: 'di2' } as Entry, ...rest]);
      return { ...told, record: clocked(of) };
    };
    const few = alertDigestOf([other('CS0000009'), ...here], [], LATER.now);
    expect(few).toMatchObject({ missed: 2, near: 1, records: 2, done: 0, groups: [GROUP, 'di2'] });
    const many = [...here, ...['CS0000007', 'CS0000008', 'CS0000009'].map(other)];
    expect(alertDigestOf(many, [], LATER.now)).toMatchObject({ missed: 2, near: 3, groups: ['di2', GROUP] });
  });

  it('mentions each person once, within the limits of a card (CK-11)', () => {
    const topic = 'breach';
    const notices = [
      { topic: 'warning', mentions: ['ann', 'sam'] },
      { topic, mentions: ['gina', 'sam'] },
    ];
    expect(alertDigestOf([], notices, LATER.now).mentions).toEqual(['gina', 'sam', 'ann']);
    const many = [{ topic, mentions: Array.from({ length: 90 }, (_, index) => `p${index}`) }];
    expect(alertDigestOf([], many, LATER.now).mentions).toHaveLength(MAX_TAGGED);
  });
});

describe('The gathering of breaches for a digest', () => {
  it('sends them at once if no more are on the way', () => {
    expect(gathered([START], false, START)).toBe(true);
  });

  it('waits for those on the way until none has come for a while', () => {
    expect(gathered([START - QUIET_MS, START - 1], true, START)).toBe(false);
    expect(gathered([START - QUIET_MS], true, START)).toBe(true);
  });

  it('holds the first one no longer than its limit, however many come', () => {
    expect(gathered([START - MAX_WAIT_MS, START], true, START)).toBe(true);
  });
});
