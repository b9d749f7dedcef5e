import { customerMessages } from '../../../../src/domain/cases/clocks/customer-messages';
import { aCase, type Happened } from '../../../support/cases';

const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
const status: Happened = { kind: 'status-sent', text: 'x', word };
const again: Happened = { kind: 'word-repeated', of: 1, text: 'x', word };
/** The kinds that each entry of a case counts as. */
const counted = (...events: readonly Happened[]) => {
  const { timeline } = aCase(...events);
  const words = customerMessages(timeline);
  const kinds = ['interim-sent', 'status-sent', 'closed', 'word-repeated'] as const;
  return timeline.map((entry) => kinds.filter((kind) => words.has(entry, [kind])));
};

describe('A message to the customer', () => {
  it('counts as sent before the mail server answers and after it accepts (CK-1)', () => {
    expect(counted(status)).toEqual([[], ['status-sent']]);
    expect(counted(status, { kind: 'mail-sent', of: 1 })).toEqual([[], ['status-sent'], []]);
  });

  it('does not count once refused or unsent, but counts from when the same message is sent again (CK-1)', () => {
    const refused: Happened = { kind: 'mail-refused', of: 1, why: 'refused' };
    expect(counted(status, refused, again)).toEqual([[], [], [], ['status-sent']]);
    const unsent: Happened = { kind: 'mail-not-sent', of: 1 };
    expect(counted(status, unsent, again)).toEqual([[], [], [], ['status-sent']]);
    expect(counted(status, unsent, again, { ...again, of: 3 }).at(-1)).toEqual(['status-sent']);
    expect(counted(status, unsent, again, { kind: 'mail-not-sent', of: 3 })).toEqual([[], [], [], [], []]);
  });

  it('counts both times when it is accepted and sent again (CK-1)', () => {
    expect(counted(status, { kind: 'mail-sent', of: 1 }, again)).toEqual([
      [],
      ['status-sent'],
      [],
      ['status-sent'],
    ]);
  });
});
