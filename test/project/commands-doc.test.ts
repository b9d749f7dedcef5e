import { WHO } from '../../scripts/docs/commands-doc';
import type { AnyCommand } from '../../src/commands/command';
import { registryOf } from '../../src/commands/registry';
import { PERMISSIONS } from '../../src/domain/cases/permissions';
import { allCommands } from '../../src/features/all-commands';
import { Conversation } from '../support/conversation';

const registry = registryOf(allCommands);
const isRefused = async (person: string, { typed }: AnyCommand): Promise<boolean> => {
  const outcome = await new Conversation(registry).say(person, typed?.words[0] ?? '');
  return outcome.kind === 'refusal' && outcome.refusal.code === 'not-permitted';
};
const typed = allCommands.filter((command) => command.typed !== undefined);
const named = (commands: readonly AnyCommand[]) =>
  commands.map((command) => [command.verb, command] as const);

describe('docs/commands.md', () => {
  it.each(named(typed.filter(({ verb }) => !(verb in PERMISSIONS) && WHO[verb] === undefined)))(
    'gives %s to everyone, and a person without a group can use it (AC-2)',
    async (_verb, command) => {
      expect(await isRefused('nobody', command)).toBe(false);
    },
  );

  it.each(named(typed.filter(({ verb }) => WHO[verb] === 'program office')))(
    'gives %s to the program office, and an agent is refused (AC-2)',
    async (_verb, command) => {
      expect(await isRefused('av2-agent', command)).toBe(true);
      expect(await isRefused('po-agent', command)).toBe(false);
    },
  );

  it('says who may use a command only for existing commands', () => {
    expect(Object.keys(WHO).filter((verb) => registry.byVerb(verb) === undefined)).toEqual([]);
  });
});
