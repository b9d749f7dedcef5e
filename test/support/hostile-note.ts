import fc from 'fast-check';
import { HOSTILE_TEXTS } from './new-case-inputs';

const PIECES = [
  '**',
  '*',
  '_',
  '- ',
  '1. ',
  '\n',
  ' ',
  '[',
  '](',
  ')',
  '<',
  '>',
  'at',
  '<at>Ann</at>',
  '${',
  '}',
  '{{',
  'word',
  'Ωmega',
  'https://x.example/a',
  'https://user@x.example',
  'http://x.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '![i](https://x.example/i.png)',
  '[good.example](https://bad.example)',
  '\u202e',
  '\u2066',
  '👩‍🔧',
  '"',
  '\\',
] as const;

/** Notes as somebody might type them to break a card. */
export const hostileNote: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES, ...HOSTILE_TEXTS), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.constantFrom('*a* ', '**b** ', '- c\n', 'https://x.example/ '), {
      minLength: 300,
      maxLength: 400,
    })
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 2_000 }),
);
