import { PRIORITIES, type CaseDetails } from '../../../src/domain/cases/details/details';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { priorityAt } from '../../../src/domain/policy/priority';
import { details } from '../cases/clocks/clock-cases';

const withIpd = (ipd: number): CaseDetails => details({ ipd });
const at = (level: 1 | 2 | 3) => (ipd: number) => priorityAt(withIpd(ipd), level, DEFAULT_POLICY);
const ALL = Array.from({ length: 15 }, (_, index) => index + 1);
const count = (given: readonly string[]): readonly number[] =>
  PRIORITIES.map((priority) => given.filter((one) => one === priority).length);

describe('The priority of a case', () => {
  it('is at Level 2: IPD 01 Emergency, 02-03 High, 04-07 Medium, 08-15 Low (CK-3)', () => {
    const given = ALL.map(at(2));
    expect(count(given)).toEqual([1, 2, 4, 8]);
    expect(given).toEqual([...given].sort((a, b) => PRIORITIES.indexOf(a) - PRIORITIES.indexOf(b)));
  });

  it('is at Level 3: IPD 01 Emergency, 02-03 High, 04-08 Medium, 09-15 Low (CK-7)', () => {
    expect(count(ALL.map(at(3)))).toEqual([1, 2, 5, 7]);
  });

  it('for IPD 08 is Low at Level 2 and Medium at Level 3, and both are right (CK-3, CK-7)', () => {
    expect(at(2)(8)).toBe('low');
    expect(at(3)(8)).toBe('medium');
  });

  it("uses Level 2's bands at Level 1 (CA-5)", () => {
    expect(ALL.map(at(1))).toEqual(ALL.map(at(2)));
  });

  it('without an IPD is what the agent stated, or Low (CA-5)', () => {
    expect(priorityAt(details({ statedPriority: 'high' }), 3, DEFAULT_POLICY)).toBe('high');
    expect(priorityAt(details({}), 2, DEFAULT_POLICY)).toBe('low');
  });

  it('follows the IPD if both are entered (CA-5)', () => {
    expect(priorityAt(details({ ipd: 15, statedPriority: 'emergency' }), 2, DEFAULT_POLICY)).toBe('low');
  });
});
