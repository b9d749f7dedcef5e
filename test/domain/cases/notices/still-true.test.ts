import { isStillTrue } from '../../../../src/domain/cases/notices/still-true';
import type { Notification } from '../../../../src/domain/kernel/notification';
import type { Case } from '../../../../src/domain/cases/case';
import { aCase, escalated, opened, type Happened } from '../../../support/cases';
import { aWorld, DAY, START } from '../../../support/site';

const AV2 = { kind: 'group', group: 'av2' } as const;
const ANN = { kind: 'person', person: 'av2-supervisor' } as const;
const resolved: Happened = { kind: 'resolved', notes: 'It shipped.' };
const closed: Happened = { kind: 'closed', text: 'It shipped.' };
type Said = Pick<Notification, 'topic' | 'entry' | 'clock' | 'dueAt' | 'detail'>;
const still = (said: Said, of: Case, to: Notification['to'] = AV2, now = START): boolean => {
  const about = { kind: 'case', id: of.number };
  return isStillTrue({ ...said, id: 'n', about, to, mentions: [], madeAt: START }, of, aWorld(now));
};

describe('An alert that waited for its address', () => {
  // Two business days to assign.
  const DUE = START + 2 * DAY;
  const of = (topic: 'warning' | 'breach' | 'escalation') =>
    ({ topic, clock: 'assignment#1', dueAt: DUE }) as const;
  const waiting = aCase(opened('av2', { assignee: undefined }));
  const missed: Happened = { kind: 'clock-missed', clock: 'assignment#1', dueAt: DUE, at: DUE + 1 };
  const missedCase = aCase(opened('av2', { assignee: undefined }), missed);

  it('is a warning until the clock is missed, and a breach alert from then on (CK-11, BT-5)', () => {
    expect(still(of('warning'), waiting, AV2, DUE)).toBe(true);
    expect(still(of('breach'), waiting, AV2, DUE)).toBe(false);
    expect(still(of('warning'), waiting, AV2, DUE + 1)).toBe(false);
    expect(still(of('breach'), waiting, AV2, DUE + 1)).toBe(true);
  });

  it('is dropped once the clock no longer runs or the case no longer has it (CK-11)', () => {
    const claimed = aCase(opened('av2', { assignee: undefined }), {
      ...{ kind: 'assigned', to: 'av2-agent', how: 'claimed' },
      at: DUE + 1,
    });
    for (const kind of ['warning', 'breach', 'escalation'] as const) {
      expect(still(of(kind), claimed, AV2, DUE + 2)).toBe(false);
      expect(still({ ...of(kind), clock: 'assignment#2' }, waiting, AV2, DUE + 2)).toBe(false);
    }
  });

  it('goes to the channel of the group that owes it, and to a person wherever the case is (CK-11)', () => {
    const other = { kind: 'group', group: 'av2b' } as const;
    for (const kind of ['breach', 'escalation'] as const) {
      expect(still(of(kind), missedCase, other, DUE + 2)).toBe(false);
      expect(still(of(kind), missedCase, ANN, DUE + 2)).toBe(true);
    }
  });

  it('for an escalated breach is dropped once someone acknowledges it (CK-11)', () => {
    expect(still(of('escalation'), missedCase, AV2, DUE + 2 * DAY)).toBe(true);
    const inHand = aCase(opened('av2', { assignee: undefined }), missed, {
      ...{ kind: 'breach-acknowledged', clocks: ['assignment#1'], by: 'av2-gatekeeper' },
      at: DUE + DAY,
    });
    expect(still(of('escalation'), inHand, AV2, DUE + 2 * DAY)).toBe(false);
    // It is missed all the same.
    expect(still(of('breach'), inHand, AV2, DUE + 2 * DAY)).toBe(true);
  });
});

describe('A notification that waited for its address', () => {
  const arrival = { topic: 'arrival' };

  it('about a case that came to a group is valid until someone has it, it moves on, or it is closed (AS-1)', () => {
    const unassigned = opened('av2', { assignee: undefined });
    expect(still(arrival, aCase(unassigned))).toBe(true);
    expect(still(arrival, aCase(unassigned), ANN)).toBe(true);
    expect(still(arrival, aCase(opened()))).toBe(false);
    expect(still(arrival, aCase(opened()), ANN)).toBe(false);
    const moved: Happened = { kind: 'reassigned', group: 'av2b', level: 2, why: 'Theirs.' };
    expect(still(arrival, aCase(unassigned, moved))).toBe(false);
    expect(still(arrival, aCase(unassigned, resolved, closed))).toBe(false);
  });

  it('about a closure that waits for approval is valid until it is decided or requested again (CL-5)', () => {
    const asked: Happened = {
      ...{ kind: 'closing-asked', text: 'It ships late.', reason: 'No stock.', until: '2027-03-01' },
      supervisors: ['av2-supervisor'],
    };
    const approval = (entry: number) => ({ topic: 'approval', entry });
    expect(still(approval(2), aCase(opened(), resolved, asked))).toBe(true);
    expect(still(approval(1), aCase(opened(), resolved, asked))).toBe(false);
    const declined: Happened = { kind: 'closing-declined', why: 'Ask for lateral support first.' };
    expect(still(approval(2), aCase(opened(), resolved, asked, declined))).toBe(false);
    const again = aCase(opened(), resolved, asked, declined, asked);
    expect(still(approval(2), again)).toBe(false);
    expect(still(approval(4), again)).toBe(true);
    expect(still(approval(2), aCase(opened(), resolved, asked, closed))).toBe(false);
    // Nothing was asked, and there is no such entry either.
    expect(still(approval(9), aCase(opened(), resolved))).toBe(false);
  });

  it('about a case is valid while the case is open, and about its closure afterward too (CL-3)', () => {
    const told = (entry: number) => ({ topic: 'told', entry });
    const note: Happened = { kind: 'noted', text: 'The vendor called.' };
    expect(still(told(1), aCase(opened(), note), ANN)).toBe(true);
    const over = aCase(opened(), note, resolved, closed);
    expect(still(told(1), over, ANN)).toBe(false);
    expect(still(told(3), over, ANN)).toBe(true);
    expect(still(told(9), over, ANN)).toBe(false);
  });

  it.each(['referred-back', 'supervisors-asked'] as const)(
    'about a case that was %s is valid for its current group and for a person while it is open (L3-2, L3-3)',
    (topic) => {
      const said = { topic, entry: 0 };
      expect(still(said, aCase(opened()))).toBe(true);
      expect(still(said, aCase(opened('av2b')))).toBe(false);
      expect(still(said, aCase(opened('av2b')), ANN)).toBe(true);
      expect(still(said, aCase(opened(), resolved, closed))).toBe(false);
      expect(still(said, aCase(opened(), resolved, closed), ANN)).toBe(false);
    },
  );

  it('about a recalled case is valid until it comes back to Level 3 or is closed (L3-2)', () => {
    const recalled = { topic: 'recalled', entry: 2 };
    const back: Happened = { kind: 'recalled', group: 'av2', to: 'av2-agent', why: 'They found it.' };
    expect(still(recalled, aCase(opened(), escalated(), back))).toBe(true);
    expect(still(recalled, aCase(opened(), escalated(), back, escalated()))).toBe(false);
    expect(still(recalled, aCase(opened(), escalated(), back, resolved, closed))).toBe(false);
  });

  it('about an assignee who left is valid while no one has the case, for the last person who left (AC-7)', () => {
    const left = (entry: number) => ({ topic: 'assignee-left', entry });
    const gone: Happened = {
      ...{ kind: 'assignee-left', person: 'av2-agent', group: 'av2' },
      gatekeepers: ['av2-gatekeeper'],
    };
    const taken: Happened = { kind: 'assigned', to: 'av2-other', how: 'assigned' };
    const noted: Happened = { kind: 'noted', text: 'The vendor called.' };
    expect(still(left(1), aCase(opened(), gone, noted), ANN)).toBe(true);
    expect(still(left(1), aCase(opened(), gone, taken), ANN)).toBe(false);
    const twice = aCase(opened(), gone, taken, { ...gone, person: 'av2-other' });
    expect([1, 3].map((entry) => still(left(entry), twice, ANN))).toEqual([false, true]);
    expect(still(left(1), aCase(opened(), gone, closed), ANN)).toBe(false);
    expect(still(left(9), aCase(opened()), ANN)).toBe(false);
  });

  it("that couldn't be delivered elsewhere is valid while the case is open", () => {
    const undelivered = { topic: 'undelivered', detail: { group: 'av2' } };
    expect(still(undelivered, aCase(opened()), ANN)).toBe(true);
    expect(still(undelivered, aCase(opened(), resolved, closed), ANN)).toBe(false);
  });

  it('for a card or the customer stays valid, whether or not the case is closed', () => {
    const over = aCase(opened(), resolved, closed);
    expect(still({ topic: 'refresh', entry: 2 }, over, { kind: 'posts' })).toBe(true);
    expect(still({ topic: 'mail', entry: 2 }, over, { kind: 'customer' })).toBe(true);
  });
});
