/** A word of a line, without what stands around it: as it was typed, and as it is read. */
export interface Word {
  readonly typed: string;
  readonly said: string;
}

/** What some words together can be said for, and how far-fetched that is. */
export interface Sense<Kind extends string> {
  readonly kind: Kind | 'filler';
  readonly cost: number;
}

/** What was said of each kind. */
export type SaidOf<Kind extends string> = { readonly [K in Kind]?: string | undefined };

/** A line taken apart: what was said of each kind, and the words that nothing could be made of. */
export interface Parsed<Kind extends string> {
  readonly said: SaidOf<Kind>;
  readonly unknown: readonly string[];
  /** The places of those words in the line. */
  readonly unknownAt: readonly number[];
  /** How many words it has. */
  readonly words: number;
}

/**
 * A line of more words asks for no figures, and reading it would take long. The longest name of a group, of a measure and of
 * a period, in a whole sentence, have fewer.
 */
export const MAX_WORDS = 32;
/** A period has the most: "from the beginning of October 2026 until 15 November 2026". */
const MAX_TOGETHER = 11;
const UNKNOWN = 1_000;
/** So many ways to read a line are enough to ask with. */
const MAX_WAYS = 12;

const AROUND = ',.:;!?()[]{}"“”„«»*_';

// Not by a pattern: one that ends at the end of a text takes long for a text that is all such signs but for its end.
function withoutSigns(part: string): string {
  let [from, to] = [0, part.length];
  while (from < to && AROUND.includes(part.charAt(from))) from += 1;
  while (from < to && AROUND.includes(part.charAt(to - 1))) to -= 1;
  return part.slice(from, to);
}

/** The words of a line; what stands around them, and the ’s of a possessive, is no part of them. */
export function wordsOf(line: string): readonly Word[] {
  const parts = line
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  return parts.map((part) => {
    const typed = withoutSigns(part);
    const said = typed.toLowerCase().replace(/(?<=\S)[’']s$/u, '');
    return { typed, said: /^[–—-]$/u.test(said) ? '-' : said };
  });
}

/** One part of a line after the other. */
type Way<Kind extends string> = readonly {
  readonly kind: Kind | 'filler' | 'unknown';
  readonly from: number;
  readonly to: number;
}[];

/** What the words up to `to` can be said for; `bit` stands for a kind that comes once, and is 0 for one that may come again. */
interface Step<Kind extends string> {
  readonly kind: Kind | 'filler' | 'unknown';
  readonly cost: number;
  readonly to: number;
  readonly bit: number;
}

/** The least that the rest of a line costs, and ways to take it apart for that. */
interface Best<Kind extends string> {
  readonly cost: number;
  readonly ways: readonly Way<Kind>[];
}

/**
 * The likeliest ways to take a line apart into what `sensesOf` makes of words that stand together, each kind once at the
 * most: several where the line means several things. Fewest unknown words first, then the least far-fetched.
 */
export function takeApart<Kind extends string>(
  words: readonly Word[],
  sensesOf: (said: string, from: number, to: number) => readonly Sense<Kind>[],
): readonly Parsed<Kind>[] {
  const kinds: Kind[] = [];
  const bitOf = (kind: Kind | 'filler'): number => {
    if (kind === 'filler') return 0;
    const nth = kinds.indexOf(kind);
    return 1 << (nth < 0 ? kinds.push(kind) - 1 : nth);
  };
  // From each place, with what is used up already: the least cost of the rest, and the first ways that have it.
  const known = new Map<number, Best<Kind>>();
  const bestFrom = (from: number, used: number): Best<Kind> => {
    if (from >= words.length) return { cost: 0, ways: [[]] };
    const key = used * words.length + from;
    const before = known.get(key);
    if (before !== undefined) return before;
    let best: Best<Kind> = { cost: Infinity, ways: [] };
    for (const { kind, cost, to, bit } of stepsFrom(from)) {
      if ((used & bit) !== 0) continue;
      const rest = bestFrom(to, used | bit);
      if (cost + rest.cost > best.cost) continue;
      const alike = cost + rest.cost < best.cost ? [] : best.ways;
      const ways = rest.ways.map((way) => [{ kind, from, to }, ...way]);
      best = { cost: cost + rest.cost, ways: [...alike, ...ways].slice(0, MAX_WAYS) };
    }
    known.set(key, best);
    return best;
  };
  const steps = new Map<number, readonly Step<Kind>[]>();
  const stepsFrom = (from: number): readonly Step<Kind>[] => {
    const before = steps.get(from);
    if (before !== undefined) return before;
    const made: Step<Kind>[] = [{ kind: 'unknown', cost: UNKNOWN, to: from + 1, bit: 0 }];
    for (let to = from + 1; to <= Math.min(words.length, from + MAX_TOGETHER); to += 1)
      for (const { kind, cost } of sensesOf(textOf(words, from, to), from, to))
        made.push({ kind, cost, to, bit: bitOf(kind) });
    steps.set(from, made);
    return made;
  };
  return bestFrom(0, 0).ways.map((parts) => ({ ...parsedOf(words, parts), words: words.length }));
}

const textOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ said }) => said)
    .join(' ');

function parsedOf<Kind extends string>(
  words: readonly Word[],
  parts: Way<Kind>,
): Omit<Parsed<Kind>, 'words'> {
  const said: Partial<Record<Kind, string>> = {};
  const unknownAt: number[] = [];
  for (const { kind, from, to } of parts) {
    if (kind === 'unknown') unknownAt.push(from);
    else if (kind !== 'filler') said[kind] = textOf(words, from, to);
  }
  const unknown: string[] = [];
  for (const [nth, at] of unknownAt.entries()) {
    const word = words[at]?.typed ?? '';
    // Words that stand together are told together.
    if (nth > 0 && unknownAt[nth - 1] === at - 1) unknown.push(`${unknown.pop() ?? ''} ${word}`);
    else unknown.push(word);
  }
  return { said, unknown, unknownAt };
}
