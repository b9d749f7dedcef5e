import { decideAssign } from '../../../src/domain/cases/decisions/decide-assign';
import { decideClaim } from '../../../src/domain/cases/decisions/decide-claim';
import { decideReassign } from '../../../src/domain/cases/decisions/decide-reassign';
import { changeOf } from '../../../src/domain/cases/change';
import { aCase, decided, details, escalated, opened, refused } from '../../support/cases';
import { aWorld, person, START } from '../../support/site';

const context = aWorld();
const waiting = aCase(opened(), escalated('av3'));

describe('Claiming a case', () => {
  it.each(['av3-gatekeeper', 'av3-supervisor'])('is allowed for %s (AS-1)', (by) => {
    expect(decided(decideClaim(waiting, {}, person(by), context))).toEqual([
      { kind: 'assigned', to: by, how: 'claimed' },
    ]);
  });

  it.each(['av3-agent', 'av2-gatekeeper', 'nobody'])(
    'is refused to %s with the names of those who can (AS-1)',
    (by) => {
      expect(refused(decideClaim(waiting, {}, person(by), context))).toMatchObject({
        code: 'not-permitted',
        params: {
          action: 'Claim',
          who: 'a gatekeeper of aviation av3 (Av3 Gatekeeper) or a supervisor of aviation av3 (Av3 Supervisor)',
        },
      });
    },
  );

  it('is allowed for an agent in Distribution and Disposition (AS-1)', () => {
    const unassigned = aCase(
      opened('di2', { details: details({ msc: 'distribution' }), assignee: undefined }),
    );
    expect(decided(decideClaim(unassigned, {}, person('di2-agent'), context))).toEqual([
      { kind: 'assigned', to: 'di2-agent', how: 'taken' },
    ]);
  });

  it('succeeds for one of two people, and tells the other who was first (AS-1)', () => {
    const act = { by: 'av3-gatekeeper', at: START + 60_000, cause: 'first' };
    const won = decided(decideClaim(waiting, {}, person('av3-gatekeeper'), context));
    const { state: claimed } = changeOf(waiting, won, act, context);
    expect(claimed.assignee).toBe('av3-gatekeeper');
    expect(refused(decideClaim(claimed, {}, person('av3-supervisor'), context))).toMatchObject({
      code: 'already-assigned',
      params: { number: 'CS0000001', assignee: 'Av3 Gatekeeper', at: '2 Nov 2026, 09:01 EST' },
    });
    const own = refused(decideClaim(claimed, {}, person('av3-gatekeeper'), context));
    expect(own.params).toMatchObject({ own: 'yes', possible: 'case.reassign' });
  });

  it('says how long the assignee has had the case, however they got it (AS-1, AS-3)', () => {
    const moved = aCase(
      opened(),
      escalated('av3'),
      { kind: 'assigned', to: 'av3-agent', how: 'assigned' },
      { kind: 'reassigned', group: 'av3', level: 3, to: 'av3-other', why: 'On leave.' },
    );
    expect(refused(decideClaim(moved, {}, person('av3-gatekeeper'), context)).params).toEqual({
      number: 'CS0000001',
      assignee: 'Av3 Other',
      at: '2 Nov 2026, 09:03 EST',
      possible: 'case.reassign',
    });
  });
});

describe('Assigning a case', () => {
  const assign = (to: string, by = 'av3-gatekeeper') => decideAssign(waiting, { to }, person(by), context);

  it.each(['av3-agent', 'Av3 Agent', 'AV3-AGENT@example.mil'])(
    'gives it to the member entered as %s (AS-1)',
    (to) => {
      expect(decided(assign(to))).toEqual([{ kind: 'assigned', to: 'av3-agent', how: 'assigned' }]);
    },
  );

  it('requires a member of the group', () => {
    expect(refused(assign('av2-agent')).messages).toEqual({
      to: "Av2 Agent isn't a member of aviation av3. Choose one of its members.",
    });
    expect(refused(assign('')).fields).toEqual(['to']);
  });

  it('is refused to an agent (AC-2, AS-1)', () => {
    expect(refused(assign('av3-other', 'av3-agent')).code).toBe('not-permitted');
  });
});

describe('Reassigning a case', () => {
  const held = aCase();
  const reassign = (typed: Readonly<Record<string, string>>, by = 'av2-agent') =>
    decideReassign(held, { why: 'On leave.', ...typed }, person(by), context);

  it('moves it to another agent in its group (AS-3)', () => {
    expect(decided(reassign({ person: 'av2-other' }))).toEqual([
      { kind: 'reassigned', group: 'av2', level: 2, to: 'av2-other', why: 'On leave.' },
    ]);
  });

  it('moves it to another group at its level, with or without a person (AS-3)', () => {
    expect(decided(reassign({ group: 'AV2B' }))).toMatchObject([{ group: 'av2b', level: 2 }]);
    expect(decided(reassign({ group: 'av2b', person: 'av2b-agent' }))).toMatchObject([{ to: 'av2b-agent' }]);
  });

  it('keeps its level, which only an escalation or a referral changes', () => {
    expect(refused(reassign({ group: 'av3' })).fields).toEqual(['group']);
    expect(refused(reassign({ group: 'po' })).fields).toEqual(['group']);
    expect(refused(reassign({ group: 'nowhere', why: '' })).fields).toEqual(['group', 'why']);
  });

  it('refuses to leave it where it is', () => {
    expect(refused(reassign({})).code).toBe('group-of-the-case');
    expect(refused(reassign({ person: 'av2-agent' })).code).toBe('group-of-the-case');
  });

  it.each(['av2-gatekeeper', 'av2-supervisor', 'po-agent', 'analyst'])(
    'is allowed for %s too (AC-5)',
    (by) => {
      expect(reassign({ person: 'av2-other' }, by).ok).toBe(true);
    },
  );

  it('is refused to another member of the group', () => {
    expect(refused(reassign({ person: 'av2-other' }, 'av2-other')).code).toBe('not-permitted');
  });

  it('keeps its notes, whoever holds it (AS-4)', () => {
    const noted = aCase({ kind: 'noted', text: 'Called the vendor.' });
    const moved = decided(
      decideReassign(noted, { group: 'av2b', why: 'Misrouted.' }, person('av2-agent'), context),
    );
    const { state: after } = changeOf(noted, moved, { by: 'av2-agent', at: START, cause: 'move' }, context);
    expect(after.timeline.slice(0, noted.timeline.length)).toEqual(noted.timeline);
    expect(after).toMatchObject({ group: 'av2b', state: 'in-progress' });
    expect(after.assignee).toBeUndefined();
  });
});
