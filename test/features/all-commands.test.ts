import { outcomeCard } from '../../src/commands/outcome-card';
import { parseLine } from '../../src/commands/lines/parse-line';
import { registryOf } from '../../src/commands/registry';
import { BUTTON_TITLES } from '../../src/domain/cases/permissions';
import { allCommands } from '../../src/features/all-commands';
import { aCase, opened } from '../support/cases';
import { Conversation } from '../support/conversation';
import { DAY, START } from '../support/site';

const registry = registryOf(allCommands);
const typed = allCommands.flatMap((command) =>
  command.typed === undefined ? [] : [{ command, typed: command.typed }],
);

describe('Every command', () => {
  it.each(typed.map((each) => [each.typed.usage, each] as const))(
    'reads its own example and each of its words: “%s”',
    (_usage, { command, typed }) => {
      expect(parseLine(typed.example, registry).verb).toBe(command.verb);
      for (const words of typed.words) {
        expect(parseLine(words, registry).verb).toBe(command.verb);
        expect(words).toBe(words.toLowerCase());
      }
    },
  );

  it.each(typed.map((each) => [each.typed.usage, each] as const))(
    'begins its usage and its example with its words: “%s”',
    (_usage, { typed }) => {
      const begins = (text: string) =>
        typed.words.some((words) => text === words || text.startsWith(`${words} `));
      expect(begins(typed.usage)).toBe(true);
      expect(begins(typed.example)).toBe(true);
      expect(typed.summary).not.toBe('');
    },
  );

  it('names its verb area.action', () => {
    for (const { verb } of allCommands) expect(verb).toMatch(/^[a-z]+\.[a-z-]+$/);
  });

  it.each(
    allCommands.flatMap(({ formerVerbs = [], verb }) => formerVerbs.map((former) => [former, verb] as const)),
  )('runs when an older card sends its former verb: %s is %s', async (former, verb) => {
    const answers = await Promise.all(
      [former, verb].map(async (each) => {
        const talk = new Conversation(registry);
        await talk.hold(aCase(opened('av2', { assignee: undefined })));
        talk.now = START + 2 * DAY + 1;
        const by = verb.startsWith('case.') ? 'av2-gatekeeper' : 'po-agent';
        return talk.press(by, each, { case: 'CS0000001' });
      }),
    );
    expect(answers[0]).toMatchObject({ kind: 'reply' });
    expect(outcomeCard(answers[0]!).card).toBe(outcomeCard(answers[1]!).card);
  });

  it('answers to two former verbs in all', () => {
    expect(allCommands.flatMap(({ formerVerbs = [] }) => formerVerbs).toSorted()).toEqual([
      'case.have-it',
      'notices.list',
    ]);
  });

  it("behind a button of a case has that button's title", () => {
    for (const [verb, title] of Object.entries(BUTTON_TITLES)) {
      expect(registry.byVerb(verb)?.title).toBe(title);
    }
  });

  it('that opens only forms and lists from buttons can be typed too, except answers to unknown and ambiguous lines and Cancel', () => {
    const silent = allCommands.filter((command) => command.typed === undefined).map(({ verb }) => verb);
    expect(silent).toEqual(['help.cannot', 'help.nearest', 'help.which', 'form.cancel']);
  });
});
