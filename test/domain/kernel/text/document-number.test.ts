import { normalNumber, readNumber } from '../../../../src/domain/kernel/text/document-number';
import { policiesOf } from '../../../../src/domain/policy/load-policy';
import { aCase, type Happened } from '../../../support/cases';
import { aWorld } from '../../../support/site';

const { pr } = aWorld().policies.at(0).numbers;
const read = (typed: string, form = pr) => readNumber('PR', form)(typed);

describe('A PR number', () => {
  it.each([
    '7001234567',
    'PR7001234567',
    'pr 7001234567',
    'PR-700-123-4567',
    '07001234567',
    'PR#7001234567',
    'PR: 7001234567',
    '7001234567.',
    '700\u20111234567',
  ])('written %j matches the form in the system of record (ES-6)', (typed) => {
    expect(read(typed)).toEqual({ ok: true, value: '7001234567' });
  });

  it.each(['7001234567A', '1234567', '12345678901', '0000000001', 'PR', 'x', ''])(
    "written %j doesn't have the policy's form (ES-6)",
    (typed) => {
      expect(read(typed)).toEqual({
        ok: false,
        message: `"${typed}" isn't a valid PR number. Enter 8 to 10 digits.`,
      });
    },
  );

  it('of only zeros is refused (ES-6)', () => {
    expect(read('0000000000')).toEqual({
      ok: false,
      message: '"0000000000" is only zeros, so it isn\'t a valid PR number.',
    });
  });

  it('has the form that a site sets (ES-6)', () => {
    const loaded = policiesOf({ numbers: { pr: { min: 6, max: 12, letters: true } } });
    const form = loaded.ok ? loaded.policies.at(0).numbers.pr : pr;
    expect(read('pr 12-ab34', form)).toEqual({ ok: true, value: '12AB34' });
    expect(policiesOf({ numbers: { pr: { min: 11 } } }).ok).toBe(false);
  });

  it("keeps a prefix that isn't a known one", () => {
    expect([normalNumber('PR', 'PRX1'), normalNumber('PR', '000'), normalNumber('PAR', 'par-0042')]).toEqual([
      'PRX1',
      '0',
      '42',
    ]);
  });
});

describe('A PAR on a stored case', () => {
  it('is recognized however an entry writes its number (ES-6, CL-4)', () => {
    const par = { kind: 'status', ipg: 'I' } as const;
    const entries: Happened[] = [
      { kind: 'par-submitted', par: { ...par, number: 'PAR-20261001' } },
      { kind: 'par-followed-up', number: '20261001', text: 'Asked.' },
      { kind: 'par-completed', number: 'par 2026-1001', adequate: true, text: 'Ships.' },
    ];
    const { pars, openPar } = aCase(...entries);
    expect(pars).toHaveLength(1);
    expect(pars[0]).toMatchObject({ number: '20261001', followUps: [{ text: 'Asked.' }] });
    expect(openPar).toBeUndefined();
  });
});
