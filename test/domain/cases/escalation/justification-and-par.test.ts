import { aCase, decided, opened, refused } from '../../../support/cases';
import {
  bareDetails,
  escalate,
  POST_AWARD,
  PRE_AWARD,
  without,
  type Typed,
} from '../../../support/escalations';

describe('A justification', () => {
  const CURRENT: Typed = { ...PRE_AWARD, notesDate: '2026-10-20', eadSuffices: 'no' };

  it('is not asked for when the EAD is sufficient (ES-8)', () => {
    expect(decided(escalate({ ...CURRENT, eadSuffices: 'yes' }))[0]).toMatchObject({ justification: [] });
  });

  it('is required before the case is escalated when the EAD is not sufficient (ES-8)', () => {
    expect(refused(escalate(CURRENT)).fields).toEqual(['justification.total-quantity']);
    const justified = { ...CURRENT, 'justification.deployment': 'Unit leaves', dateOfNeed: '2026-12-01' };
    expect(decided(escalate(justified))[0]).toMatchObject({
      justification: [
        { item: 'deployment', label: 'Deployment', finding: 'Unit leaves' },
        { item: 'dateOfNeed', label: 'Date of need', finding: '2026-12-01' },
      ],
    });
  });

  it.each([
    ['aircraft-on-ground', 'Tail number 68-0213'],
    ['underway-limiting', 'Hull number DDG-51'],
    ['downed-equipment', 'Serial number 17'],
  ])('of the kind %s requires its number (ES-8)', (kind, finding) => {
    const field = `justification.${kind}`;
    expect(refused(escalate({ ...CURRENT, [field]: 'true' })).fields).toEqual([`${field}.number`]);
    const number = finding.split(' ').at(-1) ?? '';
    expect(decided(escalate({ ...CURRENT, [field]: 'true', [`${field}.number`]: number }))[0]).toMatchObject({
      justification: [{ item: kind, finding }],
    });
  });

  it('accepts "yes" to say that a kind applies, and refuses an empty answer (ES-8)', () => {
    const micap = (typed: string) => escalate({ ...CURRENT, 'justification.micap': typed });
    expect(decided(micap('yes'))[0]).toMatchObject({
      justification: [{ item: 'micap', finding: 'Applies' }],
    });
    expect(refused(micap('x')).messages['justification.micap']).toContain('Enter "yes" if it applies');
    const tail = { ...CURRENT, 'justification.aircraft-on-ground': 'yes' };
    const recordIdInput = (number: string) =>
      escalate({ ...tail, 'justification.aircraft-on-ground.number': number });
    expect(refused(recordIdInput('x')).messages).toEqual({
      'justification.aircraft-on-ground.number': '"x" isn\'t a tail number. Enter it too.',
    });
  });

  it('leaves out a kind whose toggle is off, and refuses an invalid date of need', () => {
    const off = { ...CURRENT, 'justification.micap': 'false' };
    expect(refused(escalate(off)).fields).toEqual(['justification.total-quantity']);
    expect(refused(escalate({ ...off, dateOfNeed: 'soon' })).fields).toEqual(['dateOfNeed']);
  });

  it('refuses a date of need that has passed, and gives the earliest date (ES-8)', () => {
    const needed = (dateOfNeed: string) => escalate({ ...CURRENT, dateOfNeed });
    expect(refused(needed('2026-11-01')).messages['dateOfNeed']).toContain(
      'Sun 1 Nov 2026 is in the past. Enter a date from Mon 2 Nov 2026',
    );
    expect(decided(needed('2026-11-02'))).toHaveLength(1);
  });
});

describe('Escalating after award', () => {
  it('takes the PAR along (ES-10)', () => {
    expect(decided(escalate(POST_AWARD))[0]).toMatchObject({
      direction: 'post-award',
      action: 'Post Award Request',
      par: { number: '20261102', kind: 'status', ipg: 'II' },
    });
  });

  it('is refused without a PAR and without a check of the records for one (ES-2, ES-10)', () => {
    const bare = without(POST_AWARD, 'parNumber', 'parKind', 'parIpg', 'item.par-records');
    expect(refused(escalate(bare)).fields.toSorted()).toEqual([
      'item.par-records',
      'parIpg',
      'parKind',
      'parNumber',
    ]);
    expect(refused(escalate({ ...POST_AWARD, parNumber: '!', parIpg: 'IV' })).fields).toEqual([
      'parNumber',
      'parIpg',
    ]);
  });

  it('requires no NSN, PR, or statement on the EAD', () => {
    const bare = aCase(opened('av2', { details: bareDetails() }));
    expect(escalate({ ...POST_AWARD, notesDate: '2026-11-01' }, bare).ok).toBe(true);
  });
});
