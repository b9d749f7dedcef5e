import { isOnlyPolite, withoutPoliteEnd, withoutPoliteStart } from '../../../src/commands/lines/polite-words';

describe('Polite words', () => {
  it.each([
    ['please close cs15', 'close cs15'],
    ['Please, please: close cs15', 'close cs15'],
    ['pleased customer', 'pleased customer'],
    ['please', 'please'],
  ])('are removed from the start of a line: %j', (line, rest) => {
    expect(withoutPoliteStart(line)).toBe(rest);
  });

  it.each([
    ['second please', 'second'],
    ['second, please, thank you!', 'second'],
    ['L2-AVN asap.', 'L2-AVN'],
    ['Kim Now', 'Kim'],
    ['displease', 'displease'],
    ['Kim Lee.', 'Kim Lee.'],
    ['please', ''],
    ['', ''],
  ])('are removed from the end of a name, each after a space or punctuation: %j', (text, rest) => {
    expect(withoutPoliteEnd(text, true)).toBe(rest);
  });

  it('leave "now" where it may be a value', () => {
    expect(withoutPoliteEnd('breaches now', false)).toBe('breaches now');
    expect(withoutPoliteEnd('breaches now please', false)).toBe('breaches now');
  });

  it('are distinguished from a sentence that contains some', () => {
    expect(isOnlyPolite('Please, now! Thanks.', true)).toBe(true);
    expect(isOnlyPolite('Please send the papers now', true)).toBe(false);
    expect(isOnlyPolite('', true)).toBe(false);
  });
});
