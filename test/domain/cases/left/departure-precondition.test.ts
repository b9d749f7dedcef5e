import {
  departurePrecondition,
  workingGroups,
} from '../../../../src/domain/cases/left/departure-precondition';
import { stillConcerned } from '../../../../src/domain/cases/left/has-left';
import { mayNow } from '../../../../src/domain/cases/decision';
import type { Case } from '../../../../src/domain/cases/case';
import { directoryOf } from '../../../../src/domain/directory/directory';
import type { Group } from '../../../../src/domain/directory/directory';
import { aCase, escalated, opened, refused } from '../../../support/cases';
import type { Happened } from '../../../support/cases';
import { aDirectory, aWorld, person, START } from '../../../support/site';

/** The directory with av2 changed, which av2-agent has left. */
const left = (change: Partial<Group> = {}) => {
  const { groups, people } = aDirectory();
  const av2 = { agents: ['av2-other'], former: ['av2-agent', 'po-agent'], ...change };
  return directoryOf(
    groups.map((group) => (group.key === 'av2' ? { ...group, ...av2 } : group)),
    people,
  );
};
const denied = (id: string, subject: Case = aCase(), change: Partial<Group> = {}) =>
  departurePrecondition('case.note', subject, person(id), left(change));
const whoActs = (gatekeepers: readonly string[]) =>
  denied('av2-agent', aCase(), { gatekeepers })?.params['who'];

describe('An action by a person who left the group (AC-7)', () => {
  it('is refused with the group they left and who acts for it now (AC-7)', () => {
    expect(denied('av2-agent')).toMatchObject({
      code: 'no-longer-member',
      params: {
        action: 'Add note',
        number: 'CS0000001',
        group: 'aviation av2',
        who: 'its gatekeeper Av2 Gatekeeper',
      },
    });
  });

  it('is refused for that reason before any other (AC-7, AC-2)', () => {
    const context = aWorld(START, { directory: left() });
    const code = (subject: Case) => refused(mayNow('case.claim', subject, person('av2-agent'), context)).code;
    expect([aCase(), aCase({ kind: 'closed', text: 'x' })].map(code)).toEqual([
      'no-longer-member',
      'no-longer-member',
    ]);
  });

  it('gets a different refusal if they never belonged to it or may act for the program office (AC-7)', () => {
    expect(denied('nobody')).toBeUndefined();
    expect(denied('av2-other')).toBeUndefined();
    expect(denied('po-agent')).toBeUndefined();
  });

  it('is refused on a case that Level 3 holds for their group, but not once another group works it (AC-7)', () => {
    expect(denied('av2-agent', aCase(escalated()))?.params['group']).toBe('aviation av2');
    const elsewhere: Happened = { kind: 'reassigned', group: 'cic', level: 1, why: 'x' };
    expect(denied('av2-agent', aCase(elsewhere))).toBeUndefined();
    expect(workingGroups(aCase(elsewhere), left()).map(({ key }) => key)).toEqual(['cic']);
    const atLevel3 = aCase({ ...opened('av2'), group: 'av3', level: 3 });
    expect(workingGroups(atLevel3, left()).map(({ key }) => key)).toEqual(['av3']);
  });

  it("is refused with at most three gatekeepers' names, or the supervisors' if the group has none (AC-7)", () => {
    expect(whoActs(['av2-other', 'gone', 'av3-agent'])).toBe('its gatekeepers Av2 Other or Av3 Agent');
    expect(whoActs(['av2-other', 'av3-agent', 'di2-agent', 'di3-agent'])).toBe(
      'its gatekeepers Av2 Other, Av3 Agent, or Di2 Agent',
    );
    expect(whoActs([])).toBe('a gatekeeper or supervisor of aviation av2');
    expect(whoActs(['gone'])).toBe('a gatekeeper or supervisor of aviation av2');
  });
});

describe('The list of people to mention on a case (AC-7)', () => {
  it('leaves out a person who left its group, whether or not the directory has them, even while Level 3 has the case (AC-7)', () => {
    const directory = left({ former: ['av2-agent', 'gone'] });
    const mentioned = ['gone', 'av2-agent', 'av2-other', 'nobody'];
    expect(stillConcerned(mentioned, aCase(), directory)).toEqual(['av2-other', 'nobody']);
    expect(stillConcerned(mentioned, aCase(escalated()), directory)).toEqual(['av2-other', 'nobody']);
  });
});
