import fc from 'fast-check';
import { caseThen, readCaseNumber, splitCaseNumber } from '../../../src/commands/cases/case-number';

describe('Reading a case number', () => {
  it.each([
    ['CS0000012', 'CS0000012'],
    ['cs12', 'CS0000012'],
    ['cs-12', 'CS0000012'],
    ['CS 0012', 'CS0000012'],
    ['#12', 'CS0000012'],
    ['cs#12', 'CS0000012'],
    [' cs12. ', 'CS0000012'],
    ['12', 'CS0000012'],
    ['CS123456789', 'CS123456789'],
  ])('accepts %j as %s (CA-7)', (typed, number) => {
    expect(readCaseNumber(typed)).toBe(number);
  });

  it.each(['', 'cs', '#', 'cs12 text', 'case', 'CS1234567890', 'css12', '12a', 'cs12ä', '5331-00-618-5361'])(
    'refuses %j as a number',
    (typed) => {
      expect(readCaseNumber(typed)).toBeUndefined();
    },
  );

  it('leaves the mark of the first list item', () => {
    expect(splitCaseNumber('cs12:\n- one\n- two')).toEqual({ number: 'CS0000012', after: '- one\n- two' });
    expect(splitCaseNumber('cs12 - one')).toEqual({ number: 'CS0000012', after: 'one' });
  });

  it('reads every number that it writes, however many leading zeros it has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom('cs', 'CS-', '#', ''),
        (n, mark) => {
          expect(readCaseNumber(`${mark}${n}`)).toBe(`CS${String(n).padStart(7, '0')}`);
        },
      ),
    );
  });

  it("splits a line into the number and the text, and keeps the text's lines and capitals", () => {
    expect(splitCaseNumber('cs12: First\nSecond')).toEqual({ number: 'CS0000012', after: 'First\nSecond' });
  });

  it('treats digits at the beginning of a text as text', () => {
    expect(caseThen('text')('12 pieces are needed')).toEqual({ text: '12 pieces are needed' });
  });

  it('invents nothing for what is missing', () => {
    expect(caseThen('text')('')).toEqual({});
    expect(caseThen('text')('cs3')).toEqual({ case: 'CS0000003' });
    expect(caseThen()('cs3 and more')).toEqual({ case: 'CS0000003' });
  });
});
