import fc from 'fast-check';
import { cleanLine, parseLine } from '../../../src/commands/lines/parse-line';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';

const registry = registryOf(allCommands);
const parse = (line: string) => {
  const { verb, input } = parseLine(line, registry);
  return { verb, input };
};

describe('A typed line', () => {
  it.each(['CS0000001', 'cs1', '#1', ' cs 1 ', 'case cs1', 'show case CS1', 'Case #1', '1'])(
    'shows the case: %j',
    (line) => {
      expect(parse(line)).toEqual({ verb: 'case.show', input: { case: 'CS0000001' } });
    },
  );

  it.each(['hi', 'Hello', 'HELLO!', 'hey there', '', '   '])('gets a greeting: %j', (line) => {
    expect(parse(line).verb).toBe('help.hello');
  });

  it('is read without the mention of the bot, and keeps mentions of others', () => {
    expect(parse('<at>Casekeeper</at>  my cases').verb).toBe('cases.mine');
    expect(
      parse('<at id="1">Casekeeper</at>&nbsp;'.replace('&nbsp;', '\u00A0') + 'note cs1 ask <at>Kim</at>'),
    ).toEqual({
      verb: 'case.note',
      input: { case: 'CS0000001', text: 'ask <at>Kim</at>' },
    });
  });

  it('keeps emoji made of several characters', () => {
    expect(cleanLine('\uFEFFnote \u200Bcs1 👩‍🔧')).toBe('note cs1 👩‍🔧');
  });

  it('that is unknown leads to the closest commands, never to silence', () => {
    expect(parse('esclate cs1')).toEqual({ verb: 'help.nearest', input: { line: 'esclate cs1' } });
  });

  it('always leads to an existing command', () => {
    const words = allCommands.flatMap(({ typed }) => typed?.words ?? []);
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(...words), fc.string({ unit: 'grapheme' }))
        .map(([word, rest]) => `${word} ${rest}`),
    );
    fc.assert(
      fc.property(line, (typed) => {
        const { verb, submitted } = parseLine(typed, registry);
        expect(registry.byVerb(verb)).toBeDefined();
        expect(submitted).toBe(false);
      }),
    );
  });
});
