import { nextDueAt } from '../../../support/due-happenings';
import fc from 'fast-check';
import type { Case } from '../../../../src/domain/cases/case';
import { projectCase } from '../../../../src/domain/cases/project-case';
import type { Entry, CaseEvent } from '../../../../src/domain/cases/timeline';
import type { Clock } from '../../../../src/domain/cases/clocks/clock';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import * as say from './clock-cases';

const context = say.worldAt(0);
const HOUR = 3_600_000;

/** Any event, whether the state allows it or not: clocks must hold for every timeline that could be stored. */
const events: fc.Arbitrary<CaseEvent> = fc.constantFrom<CaseEvent>(
  say.assigned,
  say.interimSent,
  say.statusSent,
  say.qualityUpdate,
  { kind: 'noted', text: 'A note.' },
  say.escalated('av-l2', 2),
  say.escalated('av-l3'),
  say.escalated('av-l3-b', 3, { direction: 'post-award', par: { number: 'P1', kind: 'status', ipg: 'I' } }),
  say.referredBack('av-l2', 'b'),
  say.referredBack('av-l2'),
  say.responded(),
  say.responded('av-l2', 'b'),
  say.reassigned('av-l2-west', 2),
  say.resolved,
  say.reopened,
  say.reassigned('av-l3-b', 3, 'c'),
  { kind: 'par-submitted', par: { number: 'P2', kind: 'status', ipg: 'other' } },
  { kind: 'par-followed-up', number: 'P2', text: '-' },
  { kind: 'par-completed', number: 'P1', adequate: true, text: '-' },
  { kind: 'par-completed', number: 'P2', adequate: false, text: '-' },
);
const openings = fc
  .record({
    level: fc.constantFrom(1 as const, 2 as const),
    ipd: fc.integer({ min: 1, max: 15 }),
    externalContact: fc.boolean(),
    assigned: fc.boolean(),
  })
  .map(({ level, ipd, externalContact, assigned }) =>
    say.opened(level, level === 1 ? 'cic' : 'av-l2', { ipd, externalContact }, assigned ? 'b' : undefined),
  );
const endings = fc.constantFrom<readonly CaseEvent[]>(
  [],
  [say.resolved],
  [say.resolved, say.closed],
  [say.closed],
  [say.resolved, say.closed, say.reopened],
);
/** What no decision allows is left out: work on what is resolved or closed, and reopening what is not. */
function possible(events: readonly CaseEvent[]): readonly CaseEvent[] {
  let state: 'open' | 'resolved' | 'closed' = 'open';
  return events.filter(({ kind }) => {
    if (kind === 'reopened') {
      const may = state !== 'open';
      state = 'open';
      return may;
    }
    if (kind === 'closed') {
      const may = state !== 'closed';
      state = 'closed';
      return may;
    }
    if (state !== 'open') return kind === 'noted';
    if (kind === 'resolved') state = 'resolved';
    return true;
  });
}
const timelines = fc
  .record({
    opening: openings,
    rest: fc.array(events, { maxLength: 25, size: 'max' }),
    ending: endings,
    hours: fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 30, maxLength: 30 }),
  })
  .map(({ opening, rest, ending, hours }): readonly Entry[] => {
    let at = Date.UTC(2026, 0, 5);
    return possible([opening, ...rest, ...ending]).map((event, index) => {
      at += (hours[index] ?? 1) * HOUR;
      return { ...event, at, by: 'a', cause: String(index) };
    });
  });
const caseOf = (timeline: readonly Entry[]): Case => projectCase('CS0000001', timeline);
const clocks = (timeline: readonly Entry[]): readonly Clock[] => clocksOf(caseOf(timeline), context);
const isOpenEnded = ({ state }: Clock): boolean => state === 'running';

describe('For any timeline,', () => {
  it('a clock keeps its key, start, and due time as the timeline grows (CK-11)', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const whole = new Map(clocks(timeline).map((clock) => [clock.key, clock]));
        for (let length = 1; length < timeline.length; length += 1) {
          const later = timeline.slice(length);
          for (const { key, kind, startAt, warnAt, dueAt, state, endedAt } of clocks(
            timeline.slice(0, length),
          )) {
            expect(whole.get(key)).toMatchObject({ startAt, warnAt, dueAt });
            // The closure of a case that is reopened was not the end of its resolution clocks.
            if (kind.startsWith('resolution') && later.some((entry) => entry.kind === 'reopened')) continue;
            if (state !== 'running') expect(whole.get(key)).toMatchObject({ state, endedAt });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('each key is used once, and a kind of clock runs again only after its previous run has ended', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const all = clocks(timeline);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        for (const kind of new Set(all.map((clock) => clock.kind))) {
          const runs = all.filter((clock) => clock.kind === kind);
          runs.slice(1).forEach(({ startAt }, index) => {
            expect(runs[index]?.endedAt ?? Infinity).toBeLessThanOrEqual(startAt);
          });
        }
      }),
    );
  });

  it('a clock starts, then warns, then is due, and never ends before it starts', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        for (const { startAt, warnAt, dueAt, endedAt, state } of clocks(timeline)) {
          expect(startAt).toBeLessThanOrEqual(warnAt);
          expect(warnAt).toBeLessThanOrEqual(dueAt);
          expect(endedAt === undefined).toBe(state === 'running');
          expect(endedAt ?? startAt).toBeGreaterThanOrEqual(startAt);
        }
      }),
    );
  });

  it('a closed case has no running clock and no upcoming deadline (CK-10)', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const kinds = clocks(timeline)
          .filter(isOpenEnded)
          .map(({ kind }) => kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        if (timeline.at(-1)?.kind === 'closed') {
          expect(kinds).toEqual([]);
          expect(nextDueAt(caseOf(timeline), context)).toBeUndefined();
        }
      }),
    );
  });

  it('only clocks that end at closure run on a resolved case (CK-9, CK-10)', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const end = timeline.findLast(({ kind }) => kind === 'resolved' || kind === 'reopened');
        fc.pre(end?.kind === 'resolved');
        for (const { kind } of clocks(timeline).filter(isOpenEnded)) {
          expect(['resolution-enterprise', 'resolution-level-2-and-3', 'par-closure']).toContain(kind);
        }
      }),
    );
  });

  it('a case without external contact never has a customer clock (CK-4)', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        fc.pre(!caseOf(timeline).details.externalContact);
        const kinds = clocks(timeline).map(({ kind }) => kind);
        expect(kinds).not.toContain('interim-response');
        expect(kinds).not.toContain('recurring-status');
      }),
    );
  });

  it('no deadline stays in the past once what is due is recorded (CK-11, BT-5)', () => {
    fc.assert(
      fc.property(timelines, fc.integer({ min: 0, max: 2000 }), (timeline, hours) => {
        const now = (timeline.at(-1)?.at ?? 0) + hours * HOUR;
        const due = clocks(timeline)
          .filter(isOpenEnded)
          .flatMap(({ key, warnAt, dueAt }): CaseEvent[] => [
            ...(warnAt <= now ? [{ kind: 'clock-warned' as const, clock: key, dueAt }] : []),
            ...(dueAt < now ? [{ kind: 'clock-missed' as const, clock: key, dueAt }] : []),
          ]);
        const told = due.map((event): Entry => ({
          ...event,
          at: now,
          by: 'casekeeper',
          cause: 'sweep',
        }));
        expect(nextDueAt(caseOf([...timeline, ...told]), context) ?? Infinity).toBeGreaterThan(now);
      }),
    );
  });
});
