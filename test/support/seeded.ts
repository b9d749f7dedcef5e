/** Numbers that look random and come again from the same seed. */
export interface Seeded {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `below`. */
  below(below: number): number;
  of<T>(list: readonly T[]): T;
  /** True once in so many. */
  once(inSoMany: number): boolean;
}

/** A small generator of 32 bits (Mulberry32): enough to vary tests, nothing to keep a secret with. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    of: (list) => {
      if (list.length === 0) throw new Error('Nothing to choose from');
      return list[below(list.length)]!;
    },
    once: (inSoMany) => below(inSoMany) === 0,
  };
}

/** A whole number that the environment may set, for how long a test runs or from which seed. */
export const settable = (name: string, otherwise: number): number => {
  const given = process.env[name] ?? '';
  if (given === '') return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new Error(`${name} must be a whole number`);
  return Number(given);
};
