import type { SharedScope } from '../../../src/domain/metrics/summary';
import { planPrecondition, mayPlan, ownersOf } from '../../../src/domain/plans/plan-owner';
import { aDirectory, aGroup, aPerson, person } from '../../support/site';
import { AVIATION, ENTERPRISE_SCOPE } from '../../support/plans';

const group = (key: string): SharedScope => ({ kind: 'group', key, name: key });
const ownersIn = (scope: SharedScope, directory = aDirectory()) =>
  ownersOf(scope, directory).map(({ id }) => id);
const OFFICE = ['po-agent', 'po-other', 'po-gatekeeper', 'po-supervisor'];

describe('The owner of a measure', () => {
  it("is the program office for the enterprise, an MSC's analysts, or a group's gatekeepers and supervisors (ME-8)", () => {
    expect(ownersIn(ENTERPRISE_SCOPE)).toEqual(OFFICE);
    expect(ownersIn(AVIATION)).toEqual(['analyst']);
    expect(ownersIn(group('av2'))).toEqual(['av2-gatekeeper', 'av2-supervisor']);
  });

  it('is the program office if an MSC has no analyst or a group no longer exists (ME-8)', () => {
    expect(ownersIn({ kind: 'msc', key: 'distribution', name: 'Distribution' })).toEqual(OFFICE);
    expect(ownersIn(group('gone'))).toEqual(OFFICE);
  });

  it("can write the plan, as can the program office and, for a group, its own MSC's analyst (ME-8, AC-5)", () => {
    const directory = aDirectory();
    const may = (id: string, scope: SharedScope): boolean => mayPlan(person(id), scope, directory);
    expect(may('analyst', group('av2'))).toBe(true);
    expect(may('analyst', group('di2'))).toBe(false);
    expect(may('analyst', ENTERPRISE_SCOPE)).toBe(false);
    expect(may('av2-supervisor', group('av2'))).toBe(true);
    expect(may('av2-supervisor', AVIATION)).toBe(false);
    expect(may('av2-agent', group('av2'))).toBe(false);
    for (const scope of [ENTERPRISE_SCOPE, AVIATION, group('di2')]) expect(may('po-agent', scope)).toBe(true);
  });

  it('is named in the refusal to anyone else (ME-8)', () => {
    const whoOf = (scope: SharedScope, directory = aDirectory()) =>
      planPrecondition(person('nobody'), scope, directory)?.params['who'];
    expect(whoOf(ENTERPRISE_SCOPE)).toBe('the program office');
    expect(whoOf(group('av2'))).toBe(
      'a business process analyst of Aviation (Analyst), a gatekeeper or supervisor of aviation av2 (Av2 Gatekeeper, Av2 Supervisor), or the program office',
    );
    expect(whoOf(group('cic'))).toMatch(/^a gatekeeper or supervisor of enterprise cic/u);
    const lonely = aDirectory([aGroup('di2', 2, 'distribution')], [aPerson('nobody')]);
    expect(whoOf({ kind: 'msc', key: 'distribution', name: 'Distribution' }, lonely)).toBe(
      'a business process analyst of Distribution, or the program office',
    );
  });
});
