import fc from 'fast-check';
import { meaningsOf } from '../../../src/commands/lines/meanings';
import { parseLine } from '../../../src/commands/lines/parse-line';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';

const registry = registryOf(allCommands);
const titles = (line: string) => meaningsOf(line, registry).map(({ title }) => title);

describe('A line with two records or two actions', () => {
  it.each([
    ['close cs15 and cs9', ['Close CS0000015', 'Close CS0000009']],
    ['claim cs6 and cs14', ['Claim CS0000006', 'Claim CS0000014']],
    ['claim cs6, cs14 & #15', ['Claim CS0000006', 'Claim CS0000014', 'Claim CS0000015']],
    ['claim cs6 and 14', ['Claim CS0000006', 'Claim CS0000014']],
    ['cs4 cs9', ['Open CS0000004', 'Open CS0000009']],
    ['approve cs8 and cs15', ['Approve closing CS0000008', 'Approve closing CS0000015']],
    ['approve request mr1 and mr2', ['Approve MR1', 'Approve MR2']],
    ['answer problem pb1 and pb2', ['Answer problem PB0000001', 'Answer problem PB0000002']],
    ['assign cs14 to Kim and cs6 to Lee', ['Assign CS0000014: Kim', 'Assign CS0000006: Lee']],
    ['approve cs8 or decline it?', ['Approve closing CS0000008', 'Decline closing CS0000008']],
    ['close cs15 and open a new case', ['Close CS0000015', 'New case']],
    ['please close cs15 and then claim cs6', ['Close CS0000015', 'Claim CS0000006']],
    ['resolve and close cs15', ['Resolve CS0000015', 'Close CS0000015']],
    ['assign cs14 to Kim and note that she is new', ['Assign CS0000014: Kim', 'Add note']],
    [
      'note cs4 and cs9 The customer called.',
      ['Add note CS0000004: The customer called.', 'Add note CS0000009: The customer called.'],
    ],
  ])('gets the question which one is meant: %j', (line, expected) => {
    const shown = titles(line);
    expect(shown).toHaveLength(expected.length);
    expected.forEach((title, index) => expect(shown[index]).toContain(title));
    expect(parseLine(line, registry)).toEqual({ verb: 'help.which', input: { line }, submitted: false });
  });

  it("offers a person's own text unchanged if it ends like a second action", () => {
    expect(titles('note cs4 customer called and close it')).toEqual([
      expect.stringContaining('CS0000004: customer called'),
      'Close CS0000004',
      expect.stringContaining('CS0000004: customer called and close it'),
    ]);
  });

  it.each([
    'note #4 cust asks about CS0000009 too',
    'note cs4 please escalate if no award by Dec 10',
    'note cs4, blades left 12/1 via FedEx',
    'note cs4\nblades at DDSP\n12 each',
    'status cs4 The award slipped and close to 90 days remain.',
    'link cs1 cs2 Same customer',
    'link cs1 and cs2',
    'attach cs4 https://files.example.mil/cs9.pdf quote for cs9',
    'history cs4 2',
    'par cs9 PAR-20261130',
    'action plan interim response aviation',
    'find bolts and washers',
    'my cases',
    'help claim and assign',
    'claim cs6 and CS0000006',
    `note cs4 ${'long '.repeat(500)} and close it`,
  ])('counts as one if the line is about one: %j', (line) => {
    expect(titles(line)).toEqual([]);
  });

  it('can be any line, and only what a command reads is offered', () => {
    const words = allCommands.flatMap(({ typed }) => typed?.words ?? []);
    const part = fc.oneof(
      fc.constantFrom(...words, 'cs4', 'and', ', ', '#9', 'mr1', 'please'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const meanings = meaningsOf(parts.join(' '), registry);
        expect(meanings).not.toHaveLength(1);
        expect(meanings.length).toBeLessThan(6);
        for (const { verb } of meanings) expect(registry.byVerb(verb)).toBeDefined();
      }),
    );
  });
});
