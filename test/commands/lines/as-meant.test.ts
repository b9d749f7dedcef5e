import { parseLine } from '../../../src/commands/lines/parse-line';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';

const registry = registryOf(allCommands);
const read = (line: string) => {
  const { verb, input } = parseLine(line, registry);
  return { verb, input };
};
const CLOSE = { verb: 'case.close', input: { case: 'CS0000015' } };

describe('A line with text around a command', () => {
  it.each([
    ...['hey close cs15', 'Hello, close CS15', 'hi casekeeper close cs15', 'good morning! close cs15'],
    ...['cs15 close', 'cs15: close', 'case 15 close', '"close cs15"', '“close cs15”'],
    ...[
      'can you close cs15 for me?',
      'could you please close cs15',
      'please close cs15',
      'go ahead and close cs15',
    ],
  ])('closes the case: %j', (line) => {
    expect(read(line)).toEqual(CLOSE);
  });

  it.each([
    ['hello, status cs9 ships friday', 'case.status', { case: 'CS0000009', text: 'ships friday' }],
    ['status 9: ships friday', 'case.status', { case: 'CS0000009', text: 'ships friday' }],
    ['hi casekeeper note cs9 vendor called', 'case.note', { case: 'CS0000009', text: 'vendor called' }],
    ['cs9: note vendor called', 'case.note', { case: 'CS0000009', text: 'vendor called' }],
    ['hi cs9', 'case.show', { case: 'CS0000009' }],
    ['note 10:30 call', 'case.note', { text: '10:30 call' }],
  ])("keeps the person's text: %j", (line, verb, input) => {
    expect(read(line)).toEqual({ verb, input });
  });

  it.each(['hi', 'hey there', 'hello casekeeper', 'hi, how are you?', 'good morning'])(
    'is a greeting: %j',
    (line) => {
      expect(read(line).verb).toBe('help.hello');
    },
  );

  it('keeps the question after a greeting', () => {
    expect(read('hey, which cases are overdue?')).toEqual(read('which cases are overdue?'));
  });

  it.each(['dont close cs15', "don't close cs15", 'do not close cs15', 'hey, please do not close cs15'])(
    'does nothing: %j',
    (line) => {
      expect(read(line)).toEqual({ verb: 'help.cannot', input: { line } });
    },
  );

  it.each(['erase everything', 'delete all my cases', 'undo', 'cancel cs4', 'remove cs4'])(
    'is answered with what to do instead: %j (RE-1)',
    (line) => {
      expect(read(line)).toEqual({ verb: 'help.cannot', input: { line } });
    },
  );
});
