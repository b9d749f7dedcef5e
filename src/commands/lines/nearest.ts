import { distance } from 'fastest-levenshtein';
import type { AnyCommand, Typed } from '../command';

/** A command that a line may have meant, and what stood after its words. */
export interface Near {
  readonly command: AnyCommand;
  readonly typed: Typed;
  readonly rest: string;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** How far a line's beginning is from a phrase, 0 (the same) to 1 (nothing in common). */
function farness(phrase: string, words: readonly string[]): number {
  const begin = words.slice(0, phrase.split(' ').length).join(' ');
  const letters = Math.max(phrase.length, begin.length);
  return letters === 0 ? 1 : distance(phrase, begin) / letters;
}

/** The commands nearest to a line that none begins, at most `limit`, the nearest first; none where nothing is like it. */
export function nearestCommands(
  line: string,
  commands: readonly AnyCommand[],
  limit: number,
): readonly Near[] {
  const words = plain(line).slice(0, 200).split(' ');
  return commands
    .flatMap((command) => {
      const { typed } = command;
      if (typed === undefined) return [];
      const best = typed.words
        .map((phrase) => ({ phrase, far: farness(phrase, words) }))
        .sort((a, b) => a.far - b.far)[0];
      if (best === undefined || best.far > 0.5) return [];
      const rest = line.trim().split(/\s+/).slice(best.phrase.split(' ').length).join(' ');
      return [{ command, typed, rest, far: best.far }];
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, limit);
}
