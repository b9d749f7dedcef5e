import type { Group, Person } from '../../../../src/domain/directory/directory';
import {
  decideAddMember,
  decideChangeRole,
  decideRemoveMember,
} from '../../../../src/domain/directory/members/decide-members';
import { aDirectory, aGroup, person } from '../../../support/site';

const directory = aDirectory();
const av2 = aGroup('av2', 2, 'aviation');
const analyst = person('analyst');
type Decide = typeof decideAddMember;

const decided = (
  decide: Decide,
  typed: Readonly<Record<string, string>>,
  by: Person = analyst,
  group: Group = av2,
) => decide(group, typed, by, directory);
const refused = (...given: Parameters<typeof decided>) => {
  const result = decided(...given);
  if (result.ok) throw new Error('It was not refused');
  return result.refusal;
};
const faults = (...given: Parameters<typeof decided>): Readonly<Record<string, string>> =>
  Object.fromEntries(refused(...given).faults.map(({ field, message }) => [field, message]));

const adding = { person: 'nobody@example.mil', role: 'agent', why: 'New hire' };
const changing = { person: 'av2-agent', role: 'gatekeeper', why: 'Takes over' };
const removing = { person: 'av2-agent', cases: 'leave', why: 'Moved to Supplier Operations' };
const ALL: readonly (readonly [string, Decide, Readonly<Record<string, string>>])[] = [
  ['adding', decideAddMember, adding],
  ['changing a role', decideChangeRole, changing],
  ['removing', decideRemoveMember, removing],
];

describe.each(ALL)('The membership change "%s" (AC-5)', (_name, decide, typed) => {
  it.each(['analyst', 'po-agent'])('is allowed for %s', (id) => {
    expect(decided(decide, typed, person(id)).ok).toBe(true);
  });

  it.each(['av2-gatekeeper', 'av2-supervisor', 'av2-agent', 'di2-supervisor', 'nobody'])(
    'is refused to %s, and the refusal names who can (AC-5)',
    (id) => {
      const refusal = refused(decide, typed, person(id));
      expect(refusal.code).toBe('not-permitted');
      expect(refusal.params['who']).toBe(
        'the business process analyst of Aviation (Analyst) or the program office',
      );
    },
  );

  it('is not allowed for an analyst in a group of another MSC or of the enterprise (AC-5)', () => {
    for (const [key, msc] of [
      ['di2', 'distribution'],
      ['cic', 'enterprise'],
    ] as const) {
      const refusal = refused(decide, typed, analyst, aGroup(key, 2, msc));
      expect([refusal.code, refusal.params['who']]).toEqual(['not-permitted', 'the program office']);
    }
  });

  it('requires a one-line reason, and reports every fault at once (AC-5)', () => {
    expect(Object.keys(faults(decide, {}))).toEqual(expect.arrayContaining(['person', 'why']));
    expect(faults(decide, { ...typed, why: '  ' })['why']).toContain('Explain why');
    expect(faults(decide, { ...typed, why: 'xy'.repeat(126) })['why']).toContain('250');
    expect(faults(decide, { ...typed, why: 'ok' })['why']).toContain('Explain why');
  });
});

describe('Adding a member (AC-5)', () => {
  it.each(['nobody', 'nobody@example.mil', 'NOBODY@EXAMPLE.MIL', 'nobody'])(
    'finds the person entered as %s',
    (typed) => {
      expect(decided(decideAddMember, { ...adding, person: typed })).toEqual({
        ok: true,
        value: { kind: 'added', person: 'nobody', from: [], to: ['agent'], why: 'New hire' },
      });
    },
  );

  it('assigns one role, or both gatekeeper and supervisor', () => {
    const both = decided(decideAddMember, { ...adding, role: 'gatekeeper-supervisor' });
    expect(both.ok && both.value.to).toEqual(['gatekeeper', 'supervisor']);
    expect(faults(decideAddMember, { ...adding, role: 'chief' })['role']).toContain('Agent, Gatekeeper');
  });

  it('says what to do about a person who is unknown or already a member', () => {
    expect(faults(decideAddMember, { ...adding, person: 'kim@example.mil' })['person']).toContain(
      "isn't in the directory",
    );
    expect(faults(decideAddMember, { ...adding, person: 'av2-agent' })['person']).toBe(
      'Av2 Agent already belongs to aviation av2 as agent. To change that, type: change role av2',
    );
  });
});

describe('The last gatekeeper or supervisor (AC-7)', () => {
  it.each(['gatekeeper', 'supervisor'])("can't be removed as the only %s", (role) => {
    expect(faults(decideRemoveMember, { ...removing, person: `av2-${role}` })['person']).toContain(
      `is the only ${role} of aviation av2. Give that role to another member first`,
    );
    expect(faults(decideChangeRole, { ...changing, person: `av2-${role}`, role: 'agent' })['role']).toContain(
      `is the only ${role}`,
    );
  });

  it('can be removed once there is another', () => {
    const two = { ...av2, gatekeepers: ['av2-gatekeeper', 'av2-other'] };
    expect(decided(decideRemoveMember, { ...removing, person: 'av2-gatekeeper' }, analyst, two).ok).toBe(
      true,
    );
    // Somebody of whom the directory has no record assigns no case.
    const unknown = { ...av2, gatekeepers: ['av2-gatekeeper', 'a-stranger'] };
    expect(
      faults(decideRemoveMember, { ...removing, person: 'av2-gatekeeper' }, analyst, unknown)['person'],
    ).toContain('is the only gatekeeper');
  });

  it('keeps that role when another role is added', () => {
    const both = { ...changing, person: 'av2-gatekeeper', role: 'gatekeeper-supervisor' };
    expect(decided(decideChangeRole, both).ok).toBe(true);
  });
});

describe('Removing a member (AC-7)', () => {
  it('leaves the open cases as they are, or gives them to another member', () => {
    const left = decided(decideRemoveMember, removing);
    expect(left.ok && left.value).toEqual({
      kind: 'removed',
      person: 'av2-agent',
      from: ['agent'],
      to: [],
      why: 'Moved to Supplier Operations',
    });
    const given = decided(decideRemoveMember, { ...removing, cases: 'av2-other' });
    expect(given.ok && given.value.casesTo).toBe('av2-other');
  });

  it("refuses a successor who is leaving or isn't a member, and a missing choice", () => {
    expect(faults(decideRemoveMember, { ...removing, cases: 'av2-agent' })['cases']).toContain(
      "is the person you're removing",
    );
    expect(faults(decideRemoveMember, { ...removing, cases: 'nobody' })['cases']).toContain(
      "isn't a member of aviation av2",
    );
    expect(faults(decideRemoveMember, { ...removing, cases: '' })['cases']).toContain('leave them');
  });

  it("is refused for a person who isn't a member", () => {
    expect(faults(decideRemoveMember, { ...removing, person: 'nobody' })['person']).toContain(
      "Nobody isn't a member of aviation av2",
    );
  });
});

it("Changing a member's role refuses a role that the member already has (AC-5)", () => {
  expect(faults(decideChangeRole, { ...changing, role: 'agent' })['role']).toContain('is already agent of');
});
