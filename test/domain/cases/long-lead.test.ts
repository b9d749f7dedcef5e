import type { Case } from '../../../src/domain/cases/case';
import { longLeadOf } from '../../../src/domain/cases/decisions/closing-approval';
import { closingPrecondition, decideClose } from '../../../src/domain/cases/decisions/decide-close';
import type { Level3Response } from '../../../src/domain/cases/level-3/level-3-response';
import { aCase, decided, details, escalated, opened, refused, type Happened } from '../../support/cases';
import { aDirectory, aWorld, person, START } from '../../support/site';

// A case is opened on 2 November 2026 here: the 45th day after it is 17 December.
const FAR = '2026-12-18';
const NEAR = '2026-12-17';

const context = aWorld();
const TEXT = 'It ships in December.';
const close = (subject: Case, typed = {}, site = context) =>
  decideClose(subject, { text: TEXT, ...typed }, person('av2-agent'), site);
const resolved: Happened = { kind: 'resolved', notes: 'As Level 3 says.' };
const answered = (response: Level3Response, ...then: readonly Happened[]) =>
  aCase(
    opened(),
    escalated(),
    { kind: 'responded', response, group: 'av2', to: 'av2-agent' },
    resolved,
    ...then,
  );

describe('The lead time of a case at closure', () => {
  it.each<[string, (date: string) => Level3Response]>([
    ['a delay until', (until) => ({ kind: 'delay', until, text: 'Technical data.' })],
    ['an award with delivery on', (deliveryDate) => ({ kind: 'award', deliveryDate, text: 'Awarded.' })],
    [
      'the Engineering Support Activity, to complete on',
      (completionDate) => ({ kind: 'engineering-support', completionDate, text: 'Drawing.' }),
    ],
  ])("comes from Level 3's response if the resolution has no date: %s (CL-5, L3-5)", (_, response) => {
    expect(longLeadOf(answered(response(FAR)), context)).toBe(FAR);
    expect(longLeadOf(answered(response(NEAR)), context)).toBeUndefined();
    expect(refused(close(answered(response(FAR)))).fields).toEqual(['reason']);
  });

  it.each<[string, Level3Response]>([
    ['not procurable', { kind: 'not-procurable', text: 'No source.' }],
    ['PR canceled', { kind: 'pr-cancelled', text: 'Canceled.' }],
  ])("doesn't exist when Level 3 answered %s (CL-5, L3-5)", (_, response) => {
    expect(longLeadOf(answered(response), context)).toBeUndefined();
    expect(close(answered(response)).ok).toBe(true);
  });

  it("comes from Level 3's latest response (CL-5)", () => {
    const award = (deliveryDate: string): Happened => ({
      kind: 'responded',
      response: { kind: 'award', deliveryDate, text: 'Awarded.' },
      group: 'av2',
      to: 'av2-agent',
    });
    const twice = (first: string, second: string) =>
      aCase(opened(), escalated(), award(first), escalated(), award(second), resolved);
    expect(longLeadOf(twice(NEAR, FAR), context)).toBe(FAR);
    expect(longLeadOf(twice(FAR, NEAR), context)).toBeUndefined();
  });

  it('comes from the resolution, whatever is entered after it (CL-5)', () => {
    const note: Happened = { kind: 'noted', text: 'The customer called.' };
    expect(longLeadOf(aCase({ ...resolved, date: FAR }, note), context)).toBe(FAR);
    const settled = { ...resolved, resolution: 'catalog' } as Happened;
    const award: Level3Response = { kind: 'award', deliveryDate: FAR, text: 'Awarded.' };
    const told = aCase(
      opened(),
      escalated(),
      { kind: 'responded', response: award, group: 'av2', to: 'av2-agent' },
      settled,
      note,
    );
    expect(longLeadOf(told, context)).toBeUndefined();
  });

  it.each(['proof-of-delivery', 'catalog', 'not-procurable'])(
    "doesn't exist when the case is resolved as %s, because the customer isn't waiting for a delivery (CL-5)",
    (resolution) => {
      const award: Level3Response = { kind: 'award', deliveryDate: FAR, text: 'Awarded.' };
      const subject = answered(award, { ...resolved, resolution });
      expect(longLeadOf(subject, context)).toBeUndefined();
    },
  );

  it('is counted from the day of closing, not of opening (CL-5, BT-6)', () => {
    const subject = aCase({ ...resolved, date: FAR });
    expect(longLeadOf(subject, aWorld(START + 86_400_000))).toBeUndefined();
  });

  it("doesn't exist until the case is resolved (CL-5)", () => {
    expect(longLeadOf(aCase(), context)).toBeUndefined();
  });
});

describe('The entry of a closure', () => {
  it('has only the text when no one is waiting, and makes no message to a customer (CL-3)', () => {
    const internal = aCase(opened('av2', { details: details({ externalContact: false }) }), resolved);
    expect(decided(close(internal))).toStrictEqual([{ kind: 'closed', text: TEXT }]);
  });

  it('has only the reason when there is no alternative to offer (CL-5)', () => {
    const subject = aCase({ ...resolved, date: FAR });
    const [closed] = decided(
      decideClose(subject, { text: TEXT, reason: 'No stock.' }, person('av2-supervisor'), context),
    );
    expect(closed?.kind === 'closed' && closed.longLead).toStrictEqual({ reason: 'No stock.' });
  });
});

describe('A group without a supervisor to ask', () => {
  const groups = aDirectory().groups;
  const siteWith = (changed: typeof groups) => aWorld(START, { directory: aDirectory(changed) });
  const longLead = aCase({ ...resolved, date: FAR });

  it('closes a case without a long lead time by itself (CL-5)', () => {
    const none = siteWith(groups.map((each) => (each.key === 'av2' ? { ...each, supervisors: [] } : each)));
    expect(close(aCase({ ...resolved, date: NEAR }), {}, none).ok).toBe(true);
  });

  it('names only the supervisors that the directory knows (CL-5)', () => {
    const two = siteWith(
      groups.map((each) =>
        each.key === 'av2' ? { ...each, supervisors: ['av2-supervisor', 'left-the-agency'] } : each,
      ),
    );
    const asked = aCase(
      { ...resolved, date: FAR },
      {
        kind: 'closing-asked',
        text: TEXT,
        reason: 'No stock.',
        until: FAR,
        supervisors: ['av2-supervisor'],
      },
    );
    expect(refused(close(asked, { reason: 'No stock.' }, two)).params['who']).toBe(
      'a supervisor of aviation av2 (Av2 Supervisor)',
    );
  });

  it('gets a refusal that names the action: closing with a lead time over 45 days (CL-5)', () => {
    const none = siteWith(groups.map((each) => (each.key === 'av2' ? { ...each, supervisors: [] } : each)));
    expect(refused(close(longLead, { reason: 'No stock.' }, none))).toMatchObject({
      code: 'not-permitted',
      params: { number: 'CS0000001', action: 'Close with a lead time over 45 days' },
    });
  });

  it("that left the directory can't close such a case, and is named by its key (CL-5)", () => {
    const left = siteWith(groups.filter(({ key }) => key !== 'av2'));
    expect(closingPrecondition(longLead, person('av2-agent'), left)).toMatchObject({
      code: 'not-permitted',
      params: { who: 'a supervisor of av2 (it has none)' },
    });
  });
});
