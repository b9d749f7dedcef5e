import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { cardOf, Conversation } from '../../support/conversation';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';

const conversation = new Conversation(registryOf(allCommands));
const say = (line: string) => conversation.say('av2-agent', line);

describe('Help', () => {
  it.each(['help', 'Help', 'commands', '?'])(
    'lists every typed command, area by area: “%s”',
    async (line) => {
      const { commands } = cardOf(await say(line), 'help');
      const typed = allCommands.flatMap((command) => command.typed?.usage ?? []);
      expect(commands.map(({ usage }) => usage).sort()).toEqual([...typed].sort());
      const areas = commands.map(({ area }) => area);
      const turns = areas.filter((area, index) => area !== areas[index - 1]);
      expect(turns).toEqual([...new Set(areas)]);
    },
  );

  it('explains one command with an example', async () => {
    const card = cardOf(await say('help refer back'), 'message');
    expect(card.title).toBe('refer back CS0000001');
    expect(card.text).toContain('Example: refer back CS0000012');
    expect(card.buttons[0]).toMatchObject({ title: 'Refer back', verb: 'case.refer-back' });
  });

  it('explains a command whose name is misspelled', async () => {
    expect(cardOf(await say('help escalat'), 'message').title).toBe('escalate CS0000001');
  });

  it.each(['hi', 'hello', '', '<at>Casekeeper</at>'])(
    'greets “%s” by name with what you can do',
    async (line) => {
      const card = cardOf(await say(line), 'help');
      expect(card.greeting).toContain('Av2 Agent');
      expect(card.buttons.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['New case', 'All commands']),
      );
      // The greeting is not pushed out of sight by a table of everything.
      expect(card.commands.length).toBeLessThan(8);
    },
  );

  it('greets a person who is not in the directory, and tells them how to get access', async () => {
    const card = cardOf(await conversation.say('stranger', 'hello'), 'help');
    expect(card.greeting).toContain("aren't in this site's directory");
  });
});

describe('An unknown line', () => {
  it('is answered with the closest commands as buttons that carry what was typed', async () => {
    const card = cardOf(await say('esclate cs12'), 'message');
    expect(card.buttons[0]).toEqual({
      title: 'Escalate',
      verb: 'case.escalate',
      data: { case: 'CS0000012' },
    });
    expect(card.text).toContain('escalate CS0000001');
  });

  it('can lead to a command of two words', async () => {
    const card = cardOf(await say('my casse'), 'message');
    expect(card.buttons[0]).toMatchObject({ verb: 'cases.mine' });
  });

  it.each([...HOSTILE_TEXTS.map((text) => `! ${text}`), 'x'.repeat(5_000), 'qqqq wwww'])(
    'always gets an answer: %j',
    async (line) => {
      const card = cardOf(await say(line), 'message');
      expect(card.buttons.length).toBeGreaterThanOrEqual(2);
      expect(card.buttons.length).toBeLessThanOrEqual(6);
      expect(card.buttons.at(-1)?.verb).toBe('help.show');
    },
  );
});
