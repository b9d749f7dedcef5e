import { stepsOf } from '../../../src/domain/cases/clocks/steps';
import { caseFactsOf } from '../../../src/domain/metrics/case-facts';
import { assignerAt, holderIn } from '../../../src/domain/metrics/holder-in';
import { aCase, escalated, opened, type Happened } from '../../support/cases';
import { aDirectory, aWorld, DAY, MINUTE, START } from '../../support/site';

const at = (minutes: number): number => START + minutes * MINUTE;
const assigned = (to: string, by = 'av2-gatekeeper'): Happened => ({
  kind: 'assigned',
  to,
  how: 'assigned',
  by,
});
const reassigned = (group: string, to?: string): Happened => ({
  ...{ kind: 'reassigned', group, level: 2, why: 'Theirs.', by: 'av2-supervisor' },
  ...(to === undefined ? {} : { to }),
});
const unassigned = opened('av2', { assignee: undefined });

describe('The holder of a case in a group', () => {
  // A minute between each: opened, assigned, escalated, assigned, given back, reassigned.
  const give: Readonly<Record<string, Happened>> = {
    'referred back': {
      kind: 'referred-back',
      group: 'av2',
      to: 'av2-agent',
      missing: ['NSN'],
      text: '',
      supervisors: [],
    },
    recalled: { kind: 'recalled', group: 'av2', to: 'av2-agent', why: 'Found.' },
    answered: {
      kind: 'responded',
      response: { kind: 'not-procurable', text: 'None.' },
      group: 'av2',
      to: 'av2-agent',
    },
  };

  it("is the group's last assignee up to and including the instant (ME-6, ME-10)", () => {
    const steps = stepsOf(aCase(unassigned, assigned('av2-other'), assigned('av2-agent')));
    expect(holderIn('av2', at(0), steps)).toBeUndefined();
    expect(holderIn('av2', at(1), steps)).toBe('av2-other');
    expect(holderIn('av2', at(2) - 1, steps)).toBe('av2-other');
    expect(holderIn('av2', at(2), steps)).toBe('av2-agent');
    expect(holderIn('av3', at(9), steps)).toBeUndefined();
  });

  it('stays the same while no one in the group has the case or another group does (ME-6)', () => {
    const steps = stepsOf(
      aCase(opened(), reassigned('av2'), reassigned('av2b', 'av2b-agent'), escalated('av3')),
    );
    expect(holderIn('av2', at(9), steps)).toBe('av2-agent');
    expect(holderIn('av2b', at(9), steps)).toBe('av2b-agent');
    expect(holderIn('av3', at(9), steps)).toBeUndefined();
    const note: Happened = { kind: 'noted', text: 'Called.' };
    const taken = stepsOf(aCase(opened(), escalated('av3'), note, assigned('av3-agent')));
    expect(holderIn('av3', at(9), taken)).toBe('av3-agent');
    expect(holderIn('av2', at(9), taken)).toBe('av2-agent');
  });

  it.each(Object.keys(give))('is the person who gets the case when it was %s (L3-1, ME-6)', (how) => {
    const story = [opened('av2b'), escalated('av3'), assigned('av3-agent'), give[how]!];
    const steps = stepsOf(aCase(...story));
    expect(holderIn('av2', at(3), steps)).toBe('av2-agent');
    expect(holderIn('av3', at(3), steps)).toBe('av3-agent');
    expect(holderIn('av2', at(2), steps)).toBeUndefined();
  });

  it('stays at Level 3 if the response leaves the case there (L3-5)', () => {
    const stays: Happened = {
      kind: 'responded',
      response: { kind: 'delay', until: '2026-12-01', text: 'x' },
    };
    const steps = stepsOf(aCase(opened(), escalated('av3'), stays, assigned('av3-agent')));
    expect(holderIn('av3', at(9), steps)).toBe('av3-agent');
  });

  it('was assigned by the person who did so at that instant (AS-2)', () => {
    const { timeline } = aCase(unassigned, assigned('av2-agent'), {
      kind: 'noted',
      text: 'x',
      at: at(1),
      by: 'av2-agent',
    });
    expect(assignerAt(at(1), timeline)).toBe('av2-gatekeeper');
    expect(assignerAt(at(0), timeline)).toBeUndefined();
    expect(assignerAt(at(7), timeline)).toBeUndefined();
    expect(assignerAt(at(1), aCase(unassigned, reassigned('av2', 'av2-other')).timeline)).toBe(
      'av2-supervisor',
    );
  });
});

describe('The outcome of a clock that ran out', () => {
  const clocks = (subject: ReturnType<typeof aCase>, now: number) =>
    caseFactsOf(subject, aWorld(now)).filter((fact) => fact.kind === 'clock');

  it('says whether it is still missed, was met late, or was met on time, and by how much (AS-2, ME-4)', () => {
    const of = (after: number) => aCase(unassigned, { ...assigned('av2-agent'), at: START + after });
    const assignment = (subject: ReturnType<typeof aCase>) =>
      clocks(subject, START + 3 * DAY).find(({ clock }) => clock === 'assignment');
    expect(assignment(of(DAY))).toMatchObject({
      outcome: 'in-time',
      met: true,
      at: START + DAY,
      lateMs: -DAY,
    });
    expect(assignment(of(2 * DAY))).toMatchObject({ outcome: 'in-time', lateMs: 0 });
    expect(assignment(of(3 * DAY))).toMatchObject({
      outcome: 'late',
      met: false,
      at: START + 2 * DAY,
      lateMs: DAY,
    });
    expect(assignment(aCase(unassigned))).toMatchObject({ outcome: 'missed', met: false });
    expect(assignment(aCase(unassigned))).not.toHaveProperty('lateMs');
  });

  it('names no one if no one held the case, and gives the level where it started (ME-4, ME-6)', () => {
    const [missed] = clocks(aCase(unassigned), START + 3 * DAY);
    expect(missed).not.toHaveProperty('person');
    const both = aCase(
      unassigned,
      { ...reassigned('av2b'), at: START },
      { ...assigned('av2b-agent'), at: START + DAY },
      { ...escalated('av3'), at: START + DAY },
      { ...assigned('av3-agent'), at: START + DAY + MINUTE },
    );
    const levels = clocks(both, START + 4 * DAY).filter(({ clock }) => clock === 'assignment');
    expect(levels.map(({ group, level, person }) => [group, level, person])).toEqual([
      ['av2b', 2, 'av2-gatekeeper'],
      ['av3', 3, 'av2-gatekeeper'],
    ]);
  });
});

describe('The outcome of a closure', () => {
  const closed: Happened = { kind: 'closed', text: 'It shipped.', at: START + DAY };
  const facts = (...story: readonly Happened[]) => caseFactsOf(aCase(...story), aWorld(START + 9 * DAY));

  it('names the person who last held the case, or no one if no one did (ME-6, ME-10)', () => {
    expect(facts(closed).find(({ kind }) => kind === 'closure')).toMatchObject({ person: 'av2-agent' });
    expect(facts(unassigned, closed).find(({ kind }) => kind === 'closure')).not.toHaveProperty('person');
  });

  it('stays with its MSC if the group left the directory (ME-10)', () => {
    const left = aWorld(START + 9 * DAY, {
      directory: aDirectory(aDirectory().groups.filter(({ key }) => key !== 'di2')),
    });
    const moved = aCase({ ...reassigned('di2', 'di2-agent'), msc: 'distribution' } as Happened, closed);
    expect(caseFactsOf(moved, left).find(({ kind }) => kind === 'closure')).toMatchObject({
      group: 'di2',
      msc: 'distribution',
    });
  });

  it("puts the customer's answer with the closure before it and the person who held the case then (ME-3, CL-7)", () => {
    const answered: Happened = {
      kind: 'satisfaction-answered',
      degree: '4',
      supervisors: [],
      at: START + 2 * DAY,
    };
    const reopened: Happened = { kind: 'reopened', why: 'Wrong part.', at: START + 3 * DAY };
    const moved: Happened = { ...reassigned('av2b', 'av2b-agent'), at: START + 4 * DAY };
    const again: Happened = { ...closed, at: START + 5 * DAY };
    const note: Happened = { kind: 'noted', text: 'x', at: START + DAY + MINUTE };
    const of = (...story: readonly Happened[]) =>
      facts(...story).filter(({ kind }) => kind === 'satisfaction');
    const told = [
      expect.objectContaining({ at: START + DAY, degree: '4', group: 'av2', person: 'av2-agent' }),
    ];
    expect(of(closed, note, answered, reopened, moved, again)).toEqual(told);
    expect(of(closed, answered)).toEqual(told);
    expect(of(unassigned, closed, answered)[0]).not.toHaveProperty('person');
    expect(of(closed)).toEqual([]);
    expect(of({ ...answered, at: START })).toEqual([]);
  });
});
