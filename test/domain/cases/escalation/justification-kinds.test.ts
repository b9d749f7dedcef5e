import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import { readJustification } from '../../../../src/domain/cases/escalation/read-justification';
import { TypedForm } from '../../../../src/domain/kernel/text/typed-form';
import { decided, refused } from '../../../support/cases';
import { escalate, PRE_AWARD, type Typed } from '../../../support/escalations';

const CURRENT: Typed = { ...PRE_AWARD, notesDate: '2026-10-20', eadSuffices: 'no' };
const AOG = 'justification.aircraft-on-ground';
const NEED = 'justification.date-of-need';

const justified = (typed: Typed) => {
  const [event] = decided(escalate({ ...CURRENT, ...typed })) as [Extract<CaseEvent, { kind: 'escalated' }>];
  return event.justification.map(({ item, finding }) => [item, finding]);
};
const faults = (typed: Typed) => refused(escalate({ ...CURRENT, ...typed })).messages;

describe('A justification for asking although the notes are current', () => {
  it('applies by its toggle alone if it has no number (ES-8)', () => {
    expect(justified({ 'justification.micap': 'true' })).toEqual([['micap', 'Applies']]);
  });

  it('applies by its number alone (ES-8)', () => {
    expect(justified({ [`${AOG}.number`]: '68-0213' })).toEqual([
      ['aircraft-on-ground', 'Tail number 68-0213'],
    ]);
  });

  it('is recorded as its text with its number (ES-8)', () => {
    expect(justified({ [AOG]: 'Two aircraft', [`${AOG}.number`]: '68-0213' })).toEqual([
      ['aircraft-on-ground', 'Two aircraft, Tail number 68-0213'],
    ]);
  });

  it('asks for the number by name, even if a date of need is entered (ES-8)', () => {
    const missing = 'Aircraft on Ground (AOG): the tail number is missing. Enter it too.';
    expect(faults({ [AOG]: 'true' })).toEqual({ [`${AOG}.number`]: missing });
    expect(faults({ [AOG]: 'true', dateOfNeed: '2026-12-01' })).toEqual({ [`${AOG}.number`]: missing });
  });

  it('accepts the date of need in either field, and asks for it if both are empty (ES-8)', () => {
    expect(justified({ [NEED]: 'Unit deploys', dateOfNeed: '2026-12-01' })).toEqual([
      ['date-of-need', 'Unit deploys'],
      ['dateOfNeed', '2026-12-01'],
    ]);
    expect(justified({ [NEED]: 'Unit deploys', [`${NEED}.number`]: '1 December' })).toEqual([
      ['date-of-need', 'Unit deploys, Date of need 1 December'],
    ]);
    expect(
      justified({ [NEED]: 'Unit deploys', [`${NEED}.number`]: '1 December', dateOfNeed: '2026-12-01' }),
    ).toEqual([
      ['date-of-need', 'Unit deploys, Date of need 1 December'],
      ['dateOfNeed', '2026-12-01'],
    ]);
    expect(Object.keys(faults({ [NEED]: 'Unit deploys' }))).toEqual([`${NEED}.number`]);
  });

  it('is not asked for if the site defines no kinds (ES-8)', () => {
    const form = new TypedForm({});
    const dates = { min: '2026-11-02', max: '2036-11-02' };
    expect(readJustification(form, [], dates as Parameters<typeof readJustification>[2])).toEqual([]);
    expect(form.complete({}).ok).toBe(true);
  });
});

describe('The latest note', () => {
  it('is recorded with its date and its text (ES-8, ES-11)', () => {
    const [event] = decided(
      escalate({ ...PRE_AWARD, notesDate: '2026-09-01', 'item.latest-note': 'Vendor promised October.' }),
    );
    expect(event).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          item: 'latest-note',
          finding: '2026-09-01, older than 30 days. Vendor promised October.',
        }),
      ]),
    });
  });
});
