import { parseLine } from '../../../src/commands/lines/parse-line';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';

const registry = registryOf(allCommands);
const textOf = (plain: string, formatted: string): string | undefined =>
  parseLine(plain, registry, formatted).input['text'];

describe('A line with formatting', () => {
  it.each([
    ['note CS0000001 Stock none', 'note CS0000001 **Stock** none', '**Stock** none'],
    ['note CS0000001\none\ntwo', 'note CS0000001\n- one\n- two', '- one\n- two'],
    ['note CS1 a\n1. one\n2. two', 'note CS1 a\n1. one\n2. two', 'a\n1. one\n2. two'],
    ['note CS1 a one two', 'note CS1 a\n1. one\n2. two', 'a\n1. one\n2. two'],
    ['note CS1 ask <at>Ann</at>', 'note CS1 **ask** Ann', '**ask** Ann'],
  ])('keeps the formatting in the note: %j', (plain, formatted, kept) => {
    expect(textOf(plain, formatted)).toBe(kept);
  });

  it.each([
    ['other words', 'note CS1 a', 'note CS1 **b**'],
    ['another case', 'note CS1 a', 'note CS2 **a**'],
    ['another command', 'note CS1 a', 'case CS1 **a**'],
    ['a formatted command word', 'note CS1 a', '**note CS1 a**'],
    ['no room for its marks', `note CS1 ${'a '.repeat(900)}`, `note CS1 ${'**a** '.repeat(900)}`],
  ])('counts as plain text if it has %s', (_name, plain, formatted) => {
    expect(parseLine(plain, registry, formatted)).toEqual(parseLine(plain, registry));
  });

  it('counts as plain text for a command that accepts no formatting', () => {
    expect(parseLine('find valve', registry, 'find **valve**')).toEqual(parseLine('find valve', registry));
  });
});
