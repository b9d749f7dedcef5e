import { z } from 'zod/v4';
import { reply } from '../../src/commands/command';
import type { AnyCommand } from '../../src/commands/command';
import { registryOf } from '../../src/commands/registry';

const command = (verb: string, words: readonly string[]): AnyCommand => ({
  verb,
  title: verb,
  area: 'Test',
  typed: { words, usage: words[0] ?? '', summary: '', example: '', read: (rest) => ({ rest }) },
  schema: z.object({}),
  run: () => Promise.resolve(reply({ card: 'message', tone: 'plain', title: verb, text: '', buttons: [] })),
});

describe('The registry', () => {
  const refer = command('case.refer-back', ['refer back', 'refer']);
  const note = command('case.note', ['note']);
  const registry = registryOf([refer, note]);

  it('finds a command by its verb', () => {
    expect(registry.byVerb('case.note')).toBe(note);
    expect(registry.byVerb('case.notes')).toBeUndefined();
  });

  it('finds a command by its former verb', () => {
    const renamed = { ...note, verb: 'case.memo', formerVerbs: ['case.jot'] };
    expect(registryOf([renamed]).byVerb('case.jot')).toBe(renamed);
    expect(() => registryOf([renamed, command('case.jot', ['jot'])])).toThrow('case.jot');
  });

  it('finds a command by its words in any case and spacing, longest first', () => {
    expect(registry.byWords('Refer   BACK cs1 no NSN')).toEqual({ command: refer, rest: 'cs1 no NSN' });
    expect(registry.byWords('refer cs1')).toEqual({ command: refer, rest: 'cs1' });
  });

  it('matches whole words only', () => {
    expect(registry.byWords('notebook')).toBeUndefined();
    expect(registry.byWords('note: cs1')?.rest).toBe('cs1');
    expect(registry.byWords('note!')?.rest).toBe('');
  });

  it('refuses at startup two commands with the same verb or words', () => {
    expect(() => registryOf([note, command('case.note', ['memo'])])).toThrow('case.note');
    expect(() => registryOf([note, command('case.memo', ['note'])])).toThrow('"note"');
  });
});
