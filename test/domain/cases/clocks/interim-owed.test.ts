import { interimStanding } from '../../../../src/domain/cases/clocks/interim-owed';
import { waitingSince } from '../../../../src/domain/cases/clocks/waiting-since';
import type { Correction } from '../../../../src/domain/cases/corrections/corrected-value';
import { aCase, details, escalated, opened, type Happened } from '../../../support/cases';
import { MINUTE, START } from '../../../support/site';

const interim: Happened = { kind: 'interim-sent', text: 'x' };
const status: Happened = { kind: 'status-sent', text: 'x' };
const resolved: Happened = { kind: 'resolved', notes: 'x' };
const alone = opened('av2', { details: details({ externalContact: false }) });
const corrected = (...changes: readonly Correction[]): Happened => ({
  kind: 'case-corrected',
  changes,
  why: 'They called.',
});
const waits: Correction = { field: 'externalContact', from: 'false', to: 'true' };
const stands = (...events: readonly Happened[]) => interimStanding(aCase(...events));

describe('The interim response on a case', () => {
  it('is owed from Level 2 on if a customer is waiting, and otherwise is not owed (CK-1, CK-4)', () => {
    expect(stands(opened())).toBe('owed');
    expect(stands(opened(), escalated())).toBe('owed');
    expect(stands(alone)).toBeUndefined();
    expect(stands(opened('cic'))).toBeUndefined();
    expect(stands(opened('cic'), escalated('av2'))).toBe('owed');
  });

  it('is met by itself or by a status sent first, but not by a message that was refused (CK-1)', () => {
    expect(stands(opened(), interim)).toBe('met');
    expect(stands(opened(), status)).toBe('met');
    expect(stands(opened(), interim, resolved)).toBe('met');
    const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
    const refused: Happened = { kind: 'mail-refused', of: 1, why: 'refused' };
    expect(stands(opened(), { ...interim, word }, refused)).toBe('owed');
  });

  it('is no longer owed when work ends, and is not owed again after reopening (CK-1)', () => {
    expect(stands(opened(), resolved)).toBe('ended');
    expect(stands(opened(), resolved, { kind: 'reopened', why: 'x' })).toBe('ended');
  });

  it('is owed to a customer who is added later, from that time on (CK-4, CA-10)', () => {
    expect(stands(alone, corrected(waits))).toBe('owed');
    const other: Correction = { field: 'ipd', from: '8', to: '3' };
    const since = (...changes: readonly Correction[]) =>
      waitingSince(aCase(alone, corrected(...changes)).timeline);
    expect(since(other, waits)).toBe(START + MINUTE);
    expect(since(other)).toBeUndefined();
    expect(since({ field: 'externalContact', from: 'true', to: 'false' })).toBeUndefined();
    expect(since({ field: 'reason', from: 'false', to: 'true' })).toBeUndefined();
  });
});
