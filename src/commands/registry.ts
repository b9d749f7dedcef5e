import type { AnyCommand } from './command';

/** The commands of the product, found by verb (a former one too) or by the words that begin a typed line. */
export interface Registry {
  readonly commands: readonly AnyCommand[];
  byVerb(verb: string): AnyCommand | undefined;
  /** The command whose words begin the line, the longest first; `rest` is what stands after them. */
  byWords(line: string): { readonly command: AnyCommand; readonly rest: string } | undefined;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(words: string): RegExp {
  return new RegExp(`^${words.split(' ').map(escaped).join('\\s+')}(?=$|[\\s,.:;!?])[\\s,.:;!?]*`, 'iu');
}

/**
 * Makes the registry. Throws where two commands share a verb or a word (one of them could never be reached), and where one reaches the
 * customer without a form.
 */
export function registryOf(commands: readonly AnyCommand[]): Registry {
  const verbs = new Map<string, AnyCommand>();
  const words = new Map<string, AnyCommand>();
  for (const command of commands) {
    for (const verb of [command.verb, ...(command.formerVerbs ?? [])]) {
      if (verbs.has(verb)) throw new Error(`Two commands have the verb "${verb}".`);
      verbs.set(verb, command);
    }
    if (command.reachesCustomer === true && command.form === undefined) {
      throw new Error(`"${command.verb}" sends to the customer without a form that shows what is sent.`);
    }
    for (const phrase of command.typed?.words ?? []) {
      const other = words.get(phrase);
      if (other !== undefined) {
        throw new Error(`"${phrase}" begins both ${other.verb} and ${command.verb}.`);
      }
      words.set(phrase, command);
    }
  }
  const patterns = [...words]
    .map(([phrase, command]) => ({ phrase, command, pattern: patternOf(phrase) }))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  return {
    commands,
    byVerb: (verb) => verbs.get(verb),
    byWords: (line) => {
      for (const { command, pattern } of patterns) {
        const match = pattern.exec(line);
        if (match !== null) return { command, rest: line.slice(match[0].length).trim() };
      }
      return undefined;
    },
  };
}
