const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text on one line of at most so many characters, cut between characters as people see them. */
export function shorten(text: string, longest: number): string {
  // Enough code units for any character, so that a very long text is not segmented whole.
  const line = text
    .slice(0, longest * 20)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(CHARACTERS.segment(line), ({ segment }) => segment);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}
