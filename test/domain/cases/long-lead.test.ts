import type { Case } from '../../../src/domain/cases/case';
import {
  closingPrecondition,
  decideClose,
  longLeadOf,
} from '../../../src/domain/cases/decisions/decide-close';
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

describe('the lead time of a case that is closed', () => {
  it.each<[string, (date: string) => Level3Response]>([
    ['a delay until', (until) => ({ kind: 'delay', until, text: 'Technical data.' })],
    ['an award with delivery on', (deliveryDate) => ({ kind: 'award', deliveryDate, text: 'Awarded.' })],
    [
      'the Engineering Support Activity, to complete on',
      (completionDate) => ({ kind: 'engineering-support', completionDate, text: 'Drawing.' }),
    ],
  ])('is that of Level 3’s response where the resolution gives no date: %s (CL-5, L3-5)', (_, response) => {
    expect(longLeadOf(answered(response(FAR)), context)).toBe(FAR);
    expect(longLeadOf(answered(response(NEAR)), context)).toBeUndefined();
    expect(refused(close(answered(response(FAR)))).fields).toEqual(['reason']);
  });

  it.each<[string, Level3Response]>([
    ['not procurable', { kind: 'not-procurable', text: 'No source.' }],
    ['PR cancelled', { kind: 'pr-cancelled', text: 'Cancelled.' }],
  ])('is none where Level 3 answered that it is %s (CL-5, L3-5)', (_, response) => {
    expect(longLeadOf(answered(response), context)).toBeUndefined();
    expect(close(answered(response)).ok).toBe(true);
  });

  it('is that of Level 3’s latest response (CL-5)', () => {
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

  it('is that of the resolution, whatever is entered after it (CL-5)', () => {
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
    'is none where the customer waits for no delivery, resolved as %s (CL-5)',
    (resolution) => {
      const award: Level3Response = { kind: 'award', deliveryDate: FAR, text: 'Awarded.' };
      const subject = answered(award, { ...resolved, resolution });
      expect(longLeadOf(subject, context)).toBeUndefined();
    },
  );

  it('is counted from the day of closing, not from the opening (CL-5, BT-6)', () => {
    const subject = aCase({ ...resolved, date: FAR });
    expect(longLeadOf(subject, aWorld(START + 86_400_000))).toBeUndefined();
  });

  it('is none of a case that nobody resolved yet (CL-5)', () => {
    expect(longLeadOf(aCase(), context)).toBeUndefined();
  });
});

describe('what closing records', () => {
  it('is the text alone where nobody waits: no word to a customer (CL-3)', () => {
    const internal = aCase(opened('av2', { details: details({ externalContact: false }) }), resolved);
    expect(decided(close(internal))).toStrictEqual([{ kind: 'closed', text: TEXT }]);
  });

  it('is the reason alone where there is no alternative to offer (CL-5)', () => {
    const subject = aCase({ ...resolved, date: FAR });
    const [closed] = decided(
      decideClose(subject, { text: TEXT, reason: 'No stock.' }, person('av2-supervisor'), context),
    );
    expect(closed?.kind === 'closed' && closed.longLead).toStrictEqual({ reason: 'No stock.' });
  });
});

describe('a group without a supervisor to ask', () => {
  const groups = aDirectory().groups;
  const siteWith = (changed: typeof groups) => aWorld(START, { directory: aDirectory(changed) });
  const longLead = aCase({ ...resolved, date: FAR });

  it('closes by itself what has no long lead time (CL-5)', () => {
    const none = siteWith(groups.map((each) => (each.key === 'av2' ? { ...each, supervisors: [] } : each)));
    expect(close(aCase({ ...resolved, date: NEAR }), {}, none).ok).toBe(true);
  });

  it('names the supervisors that the directory knows, and no others (CL-5)', () => {
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

  it('is told what needs one: the lead time over 45 days (CL-5)', () => {
    const none = siteWith(groups.map((each) => (each.key === 'av2' ? { ...each, supervisors: [] } : each)));
    expect(refused(close(longLead, { reason: 'No stock.' }, none))).toMatchObject({
      code: 'not-permitted',
      params: { number: 'CS0000001', action: 'Close with a lead time over 45 days' },
    });
  });

  it('may be one that left the directory: its closing is barred, and the group named by its key (CL-5)', () => {
    const left = siteWith(groups.filter(({ key }) => key !== 'av2'));
    expect(closingPrecondition(longLead, person('av2-agent'), left)).toMatchObject({
      code: 'not-permitted',
      params: { who: 'a supervisor of av2 (it has none)' },
    });
  });
});
