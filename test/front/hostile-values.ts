import { HOSTILE_FOR_CARDS } from '../support/inert-card';
import type { Seeded } from '../support/seeded';

const ODD = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\uFEFF\u200B',
  '\u202e\u2066\u2069',
  '%',
  '%00',
  '../../etc/passwd',
  '{}',
  'null',
  'yes',
  'true',
  '-1',
  '1e309',
  '2026-02-30',
  '9999-12-31',
  '5331006185361',
  'W25G1V',
  'PAR-20261102',
  'https://files.example.mil/quote.pdf',
  'javascript:alert(1)',
  'CS0000001',
  'MR1',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
];
const KEYS = [
  'id',
  'name',
  'type',
  'text',
  'value',
  '__proto__',
  'constructor',
  'toString',
  '',
  '0',
  'a.b',
  '$where',
];

/** A text that people or attackers may type, now and then far too long. */
export function hostileText(chance: Seeded): string {
  switch (chance.below(8)) {
    case 0:
      return chance.of(ODD);
    case 1:
      return chance
        .of(['x', '🛩', '"', '\\', '\n', '<at>', '${x}', '\u05e9'])
        .repeat(chance.of([121, 601, 2_001, 9_000]));
    case 2:
      return `${chance.of(HOSTILE_FOR_CARDS)}\n${chance.of(HOSTILE_FOR_CARDS)}`;
    case 3:
      return `${chance.of(['7', 'PR', 'Word'])}${chance.below(1_000_000_000)}`;
    default:
      return chance.of(HOSTILE_FOR_CARDS);
  }
}

/** Any JSON, as a text: keys that JavaScript takes for something else stand as own keys, and a key may come twice. */
export function hostileJson(chance: Seeded, deepest = 4): string {
  const inner = (): string => hostileJson(chance, deepest - 1);
  switch (chance.below(deepest > 0 ? 9 : 6)) {
    case 0:
      return chance.of(['null', 'true', 'false']);
    case 1:
      return chance.of(['0', '-1', '5', '1e308', '-0.1', '9007199254740993']);
    case 6:
      return `[${Array.from({ length: chance.below(4) }, inner).join()}]`;
    case 7:
    case 8: {
      const pairs = Array.from(
        { length: chance.below(5) },
        () => `${JSON.stringify(chance.of(KEYS))}:${inner()}`,
      );
      return `{${pairs.join()}}`;
    }
    default:
      return JSON.stringify(hostileText(chance));
  }
}

/** Brackets within brackets, to exhaust somebody's stack. */
export const deepJson = (depth: number): string => `${'{"a":['.repeat(depth)}${']}'.repeat(depth)}`;
