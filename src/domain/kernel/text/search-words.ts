import { normalNumber } from './document-number';

/** The most words that a record is found by, and the longest beginning of a word that counts. */
const MAX_WORDS = 200;
const MAX_LENGTH = 40;
const MAX_ASKED = 8;

/** Lower case without accents: what is typed without them finds what has them. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

/** The pieces of a text between blanks, without the punctuation around them. */
const pieces = (text: string): string[] =>
  folded(text)
    .split(/\s+/)
    .map((piece) => /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(piece)?.[0] ?? '')
    .filter((piece) => piece !== '');

/** Each piece as a whole and in its parts: "5331-00-618-5361" is found by its beginning and by "618". */
export const withParts = (text: string): string[] =>
  pieces(text).flatMap((piece) => [piece, ...piece.split(/[^\p{L}\p{N}]+/u)]);

/** As much of a word as counts. */
const cut = (word: string): string => word.slice(0, MAX_LENGTH);

/** The words of a record from its texts, what names it first: so a long text pushes out its own end only. */
export const wordsOfTexts = (texts: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => withParts(text ?? '')).map(cut))]
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

/** "PR 7001234567" written as one word is asked for by its number, as the case has it (rule ES-6). */
const plainPr = (piece: string): string => (/^pr-?\d{5,}$/.test(piece) ? normalNumber('PR', piece) : piece);

/** The words that someone asks for, at most eight: each has to begin a word of the record. */
export const askedWords = (text: string): readonly string[] =>
  pieces(text.replace(/@\S*/g, '')).map(plainPr).map(cut).slice(0, MAX_ASKED);

/** The same of a customer: an email address counts whole, any other piece in its parts. */
export const askedCustomer = (text: string): readonly string[] =>
  pieces(text)
    .flatMap((piece) => (piece.includes('@') ? [piece] : piece.split(/[^\p{L}\p{N}]+/u)))
    .filter((word) => word !== '')
    .slice(0, MAX_ASKED);
