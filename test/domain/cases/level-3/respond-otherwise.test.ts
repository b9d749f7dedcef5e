import type { Case } from '../../../../src/domain/cases/case';
import { longLeadOf } from '../../../../src/domain/cases/decisions/closing-approval';
import { decideRespond } from '../../../../src/domain/cases/decisions/decide-respond';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { aCase, applied, decided, details, escalated, opened, refused } from '../../../support/cases';
import type { Happened } from '../../../support/cases';
import { aWorld, DAY, person, START } from '../../../support/site';

type Typed = Readonly<Record<string, string>>;

const PAR = { number: '20261001', kind: 'status', ipg: 'I' } as const;
const assigned = (to: string): Happened => ({ kind: 'assigned', to, how: 'assigned' });
const postAward = aCase(
  opened(),
  escalated('av3', { direction: 'post-award', par: PAR }),
  assigned('av3-agent'),
);
const ofDistribution = opened('di2', { details: details({ msc: 'distribution' }) });
const center = { distributionCenter: 'DDSP Susquehanna' };
const siteIssue = aCase(
  ofDistribution,
  escalated('di3', { direction: 'distribution-center', ...center }),
  assigned('di3-agent'),
);
/** As a version escalated it that knew no direction for a Distribution Center. */
const earlierSiteIssue = aCase(ofDistribution, escalated('di3', center), assigned('di3-agent'));

const respond = (typed: Typed, subject: Case) =>
  decideRespond(subject, { text: 'As follows.', ...typed }, person(subject.assignee ?? ''), aWorld());

describe.each([
  ['a post-award case', postAward],
  ['a site issue', siteIssue],
  ['a site issue that was escalated by an earlier version', earlierSiteIssue],
])('A Level 3 response to %s', (_name, subject) => {
  const level2 = subject.level2OfRecord ?? { group: '' };
  const back = { group: level2.group, to: level2.person };

  it.each<[string, Typed, object]>([
    ['information', {}, {}],
    ['action-taken', { date: '2026-11-02' }, { takenOn: '2026-11-02' }],
    ['not-possible', {}, {}],
    ['delay', { date: '2026-11-03' }, { until: '2026-11-03' }],
    ['delay', { date: '2027-03-01' }, { until: '2027-03-01' }],
  ])('of the kind %s returns the case to Level 2 (L3-5)', (kind, typed, dated) => {
    const events = decided(respond({ kind, ...typed }, subject));
    expect(events[0]).toEqual({
      kind: 'responded',
      response: { kind, ...dated, text: 'As follows.' },
      ...back,
    });
    expect(applied(subject, events)).toMatchObject({
      level: 2,
      group: back.group,
      assignee: back.to,
      state: 'in-progress',
    });
  });

  it.each(['award', 'engineering-support', 'not-procurable', 'pr-cancelled', 'later', ''])(
    'refuses the kind %j and lists the valid kinds (L3-5)',
    (kind) => {
      const { fields, messages } = refused(respond({ kind, date: '2026-12-01' }, subject));
      expect(fields).toEqual(['kind']);
      expect(messages['kind']).toContain(
        'Choose one of: Requested information, Action taken, Not possible, Delay.',
      );
    },
  );

  it("requires what was done, why it isn't possible, or the information (L3-5)", () => {
    const textOf = (kind: string, typed: Typed = {}): string | undefined =>
      refused(respond({ kind, text: ' ', ...typed }, subject)).messages['text'];
    expect(textOf('information')).toBe('Write the information that Level 2 asked for.');
    expect(textOf('action-taken', { date: '2026-11-02' })).toBe('Write what was done.');
    expect(textOf('not-possible')).toBe("Explain why it isn't possible.");
    expect(textOf('delay', { date: '2026-12-01' })).toContain('what is causing the delay');
  });

  it('requires a date for some kinds, each within its range (L3-5)', () => {
    expect(refused(respond({ kind: 'action-taken' }, subject)).messages).toEqual({
      date: 'Enter the date the action was taken, from 2026-11-02 to 2026-11-02.',
    });
    for (const date of ['2026-11-01', '2026-11-03', 'today'])
      expect(refused(respond({ kind: 'action-taken', date }, subject)).fields).toEqual(['date']);
    for (const date of ['', '2026-11-01', '2036-11-03', 'soon'])
      expect(refused(respond({ kind: 'delay', date }, subject)).fields).toEqual(['date']);
  });

  it('makes the customer wait until the date of a delay, but not for an action already taken (L3-5, CL-5)', () => {
    const leadOf = (typed: Typed): string | undefined =>
      longLeadOf(applied(subject, decided(respond(typed, subject))), aWorld(START + DAY));
    expect(leadOf({ kind: 'delay', date: '2027-03-01' })).toBe('2027-03-01');
    expect(leadOf({ kind: 'delay', date: '2026-12-01' })).toBeUndefined();
    expect(leadOf({ kind: 'action-taken', date: '2026-11-02' })).toBeUndefined();
    expect(leadOf({ kind: 'information' })).toBeUndefined();
  });
});

describe('The PAR of a post-award case', () => {
  it.each<[string, Typed]>([
    ['information', {}],
    ['action-taken', { date: '2026-11-02' }],
    ['not-possible', {}],
  ])('is completed by the response %s (L3-5, CK-9)', (kind, typed) => {
    const answered = applied(postAward, decided(respond({ kind, ...typed }, postAward)));
    expect(answered.openPar).toBeUndefined();
    expect(answered.timeline.at(-1)).toMatchObject({
      kind: 'par-completed',
      number: '20261001',
      adequate: true,
      text: 'As follows.',
    });
  });

  it("stays open after a delay, and after the answer to a site issue, which isn't about the PAR (L3-5, CL-8)", () => {
    const delayed = applied(postAward, decided(respond({ kind: 'delay', date: '2026-12-01' }, postAward)));
    expect(delayed.openPar).toMatchObject(PAR);
    const withPar = aCase(
      ofDistribution,
      { kind: 'par-submitted', par: PAR },
      escalated('di3', { direction: 'distribution-center', ...center }),
      assigned('di3-agent'),
    );
    const answered = applied(withPar, decided(respond({ kind: 'information' }, withPar)));
    expect(answered.openPar).toMatchObject(PAR);
  });
});

describe('The choice of Level 3 responses', () => {
  it('follows the direction of the last escalation when a case went to Level 3 again (L3-5)', () => {
    const again = aCase(
      opened(),
      escalated('av3'),
      {
        kind: 'responded',
        response: { kind: 'award', deliveryDate: '2026-12-01', text: 'x' },
        group: 'av2',
        to: 'av2-agent',
      },
      escalated('av3', { direction: 'post-award', par: PAR }),
      assigned('av3-agent'),
    );
    expect(respond({ kind: 'information' }, again).ok).toBe(true);
    expect(refused(respond({ kind: 'award', date: '2026-12-01' }, again)).fields).toEqual(['kind']);
    const before = aCase(opened(), escalated('av3'), assigned('av3-agent'));
    expect(respond({ kind: 'award', date: '2026-12-01' }, before).ok).toBe(true);
    expect(refused(respond({ kind: 'information' }, before)).fields).toEqual(['kind']);
  });

  it('still covers a post-award case that an earlier version answered as pre-award (L3-5)', () => {
    const response = { kind: 'award', deliveryDate: '2027-03-01', text: 'x' } as const;
    const answered = aCase(
      opened(),
      escalated('av3', { direction: 'post-award', par: PAR }),
      assigned('av3-agent'),
      { kind: 'responded', response, group: 'av2', to: 'av2-agent' },
    );
    expect(answered).toMatchObject({ level: 2, assignee: 'av2-agent', highestLevel: 3 });
    expect(longLeadOf(answered, aWorld())).toBe('2027-03-01');
    expect(clocksOf(answered, aWorld()).some(({ kind }) => kind === 'initial-update')).toBe(false);
  });
});
