import type { Case } from '../../../../src/domain/cases/case';
import { changeOf } from '../../../../src/domain/cases/change';
import { decideAskSupervisors } from '../../../../src/domain/cases/escalation/decide-ask-supervisors';
import { level3Lateness } from '../../../../src/domain/cases/escalation/level-3-lateness';
import { aCase, decided, escalated, opened, refused, type Happened } from '../../../support/cases';
import { aDirectory, aWorld, DAY, MINUTE, person, START } from '../../../support/site';

const CAME = START + MINUTE;
const assigned: Happened = { kind: 'assigned', to: 'av3-agent', how: 'assigned', at: CAME + MINUTE };
const atLevel3 = aCase(opened(), escalated('av3'));
const worked = aCase(opened(), escalated('av3'), assigned);
const update = (at: number): Happened => ({
  kind: 'quality-update',
  bluf: 'x',
  dateKind: 'EAD',
  date: '2027-01-05',
  at,
});

const ask = (subject: Case, now: number, by = 'av2-agent', text = 'Please have it assigned.') =>
  decideAskSupervisors(subject, { text }, person(by), aWorld(now));

// High priority, opened on Monday 2 November: one business day to assign, eight to the first update, with a weekend
// and Veterans Day between.
const ASSIGN_BY = CAME + DAY;
const UPDATE_BY = CAME + 11 * DAY;

describe('Asking the supervisors', () => {
  it("is allowed for Level 2 when Level 3 did not assign in time, and includes both groups' supervisors (L3-3)", () => {
    expect(decided(ask(atLevel3, ASSIGN_BY + 1))).toEqual([
      {
        kind: 'supervisors-asked',
        group: 'av3',
        clocks: ['assignment#1'],
        supervisors: ['av2-supervisor', 'av3-supervisor'],
        text: 'Please have it assigned.',
      },
    ]);
  });

  it('is refused while time is left, with the clock and the time when it will be possible (L3-3)', () => {
    expect(refused(ask(atLevel3, ASSIGN_BY))).toMatchObject({
      code: 'level-3-in-time',
      params: { number: 'CS0000001', clock: 'Assignment', from: '3 Nov 2026, 09:01 EST' },
    });
    expect(refused(ask(worked, ASSIGN_BY + DAY)).params).toMatchObject({
      clock: 'Initial quality status update',
    });
  });

  it('is possible when no update has come since the escalation and the time is over (L3-3)', () => {
    expect(refused(ask(worked, UPDATE_BY)).code).toBe('level-3-in-time');
    expect(decided(ask(worked, UPDATE_BY + 1))[0]).toMatchObject({ clocks: ['initial-update#1'] });
  });

  it('is possible after a late answer too, once for each missed deadline (L3-3)', () => {
    const late = aCase(opened(), escalated('av3'), assigned, update(UPDATE_BY + DAY));
    const now = UPDATE_BY + DAY + MINUTE;
    const events = decided(ask(late, now));
    expect(events[0]).toMatchObject({ clocks: ['initial-update#1'] });
    const context = aWorld(now);
    const asked = changeOf(late, events, { by: 'av2-agent', at: now, cause: 'ask' }, context).state;
    expect(refused(ask(asked, now + MINUTE)).params).toMatchObject({ clock: 'Recurring status update' });
  });

  it('can be repeated while the answer is still missing (L3-3)', () => {
    const first = changeOf(
      worked,
      decided(ask(worked, UPDATE_BY + 1)),
      { by: 'av2-agent', at: UPDATE_BY + 1, cause: 'ask' },
      aWorld(UPDATE_BY + 1),
    ).state;
    expect(ask(first, UPDATE_BY + 2 * DAY).ok).toBe(true);
  });

  it('starts, meets, and stops no clock (L3-3, CK-6)', () => {
    const now = UPDATE_BY + 1;
    const asked = changeOf(
      worked,
      decided(ask(worked, now)),
      { by: 'av2-agent', at: now, cause: 'ask' },
      aWorld(now),
    ).state;
    expect(level3Lateness(asked, aWorld(now)).missed.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'initial-update#1 running',
    ]);
    expect(asked).toMatchObject({ level: 3, group: 'av3', assignee: 'av3-agent', state: 'in-progress' });
  });

  it('does not look back beyond the last escalation (L3-3)', () => {
    const again = aCase(
      opened(),
      escalated('av3'),
      { ...assigned, at: ASSIGN_BY + DAY },
      { kind: 'referred-back', group: 'av2', to: 'av2-agent', missing: ['x'], text: '', supervisors: [] },
      { ...escalated('av3'), at: ASSIGN_BY + 2 * DAY },
    );
    expect(refused(ask(again, ASSIGN_BY + 2 * DAY + MINUTE)).code).toBe('level-3-in-time');
  });

  it('is refused with an explanation when Level 3 has no clock at all, as after award (L3-3)', () => {
    const postAward = escalated('av3', { direction: 'post-award' });
    const subject = aCase(opened(), postAward, assigned);
    expect(refused(ask(subject, START + 60 * DAY)).params).toEqual({ number: 'CS0000001' });
  });

  it("is refused to Level 3, and for a case that Level 3 doesn't hold (L3-3, AC-2)", () => {
    expect(refused(ask(atLevel3, ASSIGN_BY + 1, 'av3-agent')).code).toBe('not-permitted');
    expect(refused(ask(aCase(), START)).code).toBe('wrong-state');
  });

  it('says which fields are required (L3-3)', () => {
    expect(refused(ask(atLevel3, ASSIGN_BY + 1, 'av2-agent', ' ')).fields).toEqual(['text']);
    expect(refused(ask(atLevel3, ASSIGN_BY + 1, 'av2-agent', 'x'.repeat(2_001))).messages['text']).toContain(
      '2000',
    );
  });

  it('covers what Level 3 missed before the case moved to another Level 3 group (L3-3, AS-3)', () => {
    const moved: Happened = {
      kind: 'reassigned',
      group: 'av3b',
      level: 3,
      why: 'Theirs.',
      at: ASSIGN_BY + MINUTE,
    };
    const subject = aCase(opened(), escalated('av3'), moved);
    expect(decided(ask(subject, ASSIGN_BY + 2 * MINUTE))[0]).toMatchObject({
      group: 'av3b',
      clocks: ['assignment#1'],
      supervisors: ['av2-supervisor', 'av3b-supervisor'],
    });
  });

  it('is no longer possible once Level 3 gave the case back (L3-3)', () => {
    const back: Happened = {
      ...{
        kind: 'referred-back',
        group: 'av2',
        to: 'av2-agent',
        missing: ['NSN'],
        text: '',
        supervisors: [],
      },
      at: ASSIGN_BY + DAY,
    };
    const subject = aCase(opened(), escalated('av3'), back);
    expect(level3Lateness(subject, aWorld(ASSIGN_BY + DAY))).toStrictEqual({ missed: [] });
  });

  it('is possible for a late answer whose alert was acknowledged, since that notified no supervisor (L3-3, CK-11)', () => {
    const inHand: Happened = {
      ...{ kind: 'breach-acknowledged', clocks: ['initial-update#1'] },
      at: UPDATE_BY + MINUTE,
    };
    const late = aCase(opened(), escalated('av3'), assigned, inHand, update(UPDATE_BY + DAY));
    expect(decided(ask(late, UPDATE_BY + DAY + MINUTE))[0]).toMatchObject({ clocks: ['initial-update#1'] });
  });

  it('is not possible for an update that came exactly at the due instant (L3-3, BT-5)', () => {
    const inTime = aCase(opened(), escalated('av3'), assigned, update(UPDATE_BY));
    expect(refused(ask(inTime, UPDATE_BY + MINUTE)).code).toBe('level-3-in-time');
    const late = aCase(opened(), escalated('av3'), assigned, update(UPDATE_BY + 1));
    expect(ask(late, UPDATE_BY + MINUTE).ok).toBe(true);
  });

  it('names the deadline that runs out first when it is refused (L3-3)', () => {
    const now = UPDATE_BY - 2 * MINUTE;
    const moved: Happened = { kind: 'reassigned', group: 'av3b', level: 3, why: 'Theirs.', at: now };
    const subject = aCase(opened(), escalated('av3'), { ...assigned, at: CAME + 1 }, moved);
    // The new group has a business day to assign; the update is due before that.
    expect(refused(ask(subject, now + 1)).params).toMatchObject({ clock: 'Initial quality status update' });
  });

  it("asks Level 2's supervisors when the Level 3 group left the directory (L3-3)", () => {
    const directory = aDirectory(aDirectory().groups.filter(({ key }) => key !== 'av3'));
    const site = aWorld(ASSIGN_BY + 1, { directory });
    const typed = { text: 'Who has this case now?' };
    expect(decided(decideAskSupervisors(atLevel3, typed, person('av2-agent'), site))[0]).toMatchObject({
      clocks: ['assignment#1'],
      supervisors: ['av2-supervisor'],
    });
  });
});
