import { decideOpen, mscsToOpen } from '../../../../src/domain/cases/decisions/decide-open';
import { decideReassign } from '../../../../src/domain/cases/decisions/decide-reassign';
import { decideReferBack } from '../../../../src/domain/cases/decisions/decide-refer-back';
import type { Case } from '../../../../src/domain/cases/case';
import { directionsOf, targetsOf } from '../../../../src/domain/cases/escalation/directions';
import { mscOf, mscsWithGroup } from '../../../../src/domain/cases/escalation/msc-of';
import { aCase, applied, decided, details, escalated, opened, refused } from '../../../support/cases';
import { caseTitle } from '../../../../src/cards/shared/names';
import { escalate, PRE_AWARD } from '../../../support/escalations';
import { newCaseInputs } from '../../../support/new-case-inputs';
import { aDirectory, aWorld, person } from '../../../support/site';

const context = aWorld();
const { directory } = context;

/** The case after its holder gave it to the agent of another group. */
function moved(group: string, subject: Case = aCase(), by = 'av2-agent'): Case {
  const typed = { group, person: `${group}-agent`, why: 'Theirs.' };
  return applied(subject, decided(decideReassign(subject, typed, person(by), context)));
}

describe("A case that moves to another MSC's group", () => {
  it('takes on that MSC and is escalated there (ES-1)', () => {
    const away = moved('di2');
    expect(away.details.msc).toBe('distribution');
    expect(targetsOf(away, directory).map(({ key }) => key)).toEqual(['di3']);
    expect(refused(escalate(PRE_AWARD, away, 'di2-agent')).messages['group']).toContain('Distribution');
  });

  it('keeps its MSC while it stays there, and gets the first one back when it returns (ES-1)', () => {
    const typed = { group: 'av2b', why: 'Theirs.' };
    const [within] = decided(decideReassign(aCase(), typed, person('av2-agent'), context));
    expect(within).not.toHaveProperty('msc');
    expect(moved('av2', moved('di2'), 'di2-agent').details.msc).toBe('aviation');
  });

  it('takes on the MSC of the Level 2 group that Level 3 returns it to (ES-1, L3-1)', () => {
    const claimed = { kind: 'assigned', to: 'av3-agent', how: 'claimed' } as const;
    const away = moved('di3', aCase(opened(), escalated(), claimed), 'av3-agent');
    expect(away.details.msc).toBe('distribution');
    const back = decideReferBack(away, { missing: 'NSN' }, person('di3-agent'), context);
    expect(applied(away, decided(back), { by: 'di3-agent' })).toMatchObject({
      group: 'av2',
      details: { msc: 'aviation' },
    });
  });

  it('is escalated and shown there even if its stored entry predates the MSC field (ES-1)', () => {
    const stored = aCase({ kind: 'reassigned', group: 'di2', level: 2, to: 'di2-agent', why: 'Theirs.' });
    expect(targetsOf(stored, directory).map(({ key }) => key)).toEqual(['di3']);
    expect(stored.details.msc).toBe('aviation');
    expect(caseTitle(stored, context)).toMatch(/ · Distribution$/u);
  });
});

describe('A case whose group left the directory', () => {
  it('keeps its own MSC (ES-1)', () => {
    const subject = aCase(opened('av2', { details: details({ msc: 'energy' }) }));
    const left = aDirectory(directory.groups.filter(({ key }) => key !== 'av2'));
    expect(mscOf(subject, left)).toBe('energy');
  });
});

describe('A case at Level 3', () => {
  it("can't be escalated further (ES-1)", () => {
    expect(directionsOf(aCase(opened(), escalated()), context)).toEqual([]);
  });
});

describe('The MSCs for a new case', () => {
  it('at Level 1 are those with a Level 2 group, and no other is accepted (ES-1)', () => {
    expect(mscsToOpen(person('cic-agent'), context)).toEqual(['aviation', 'distribution']);
    const energy = refused(decideOpen(newCaseInputs({ msc: 'energy' }), person('cic-agent'), context));
    expect(energy.messages).toEqual({
      msc: 'No group here works Energy cases. Choose one of: Aviation, Distribution.',
    });
  });

  it("at Level 2 are those of the person's own groups (ES-1)", () => {
    expect(mscsToOpen(person('av2-agent'), context)).toEqual(['aviation']);
  });

  it('include only those with a group at the level that a case can be escalated to (ES-1)', () => {
    const without = (key: string) => aDirectory(directory.groups.filter((group) => group.key !== key));
    expect(mscsWithGroup(3, without('di3'))).toEqual(['aviation']);
    expect(mscsWithGroup(2, without('di3'))).toEqual(['aviation', 'distribution']);
    expect(mscsWithGroup(2, without('di2'))).toEqual(['aviation']);
  });
});
