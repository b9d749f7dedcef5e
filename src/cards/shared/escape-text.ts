/** Controls that turn the reading direction of whatever follows, and control characters that say nothing. */
// eslint-disable-next-line no-control-regex -- it is these that are taken out
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that people typed, safe where the client shows it as it stands (a TextRun, an input's value, a button's title).
 * A mention is live wherever its tag stands in a card that carries mentions, so the tag is broken by another bracket.
 */
export function plain(text: string): string {
  return text.replace(INVISIBLE, '').replace(/<(?=\s*(?:\/\s*)?at\b)/giu, '‹');
}

/** Text on one line: breaks and runs of blanks become one blank; one that holds a figure to its unit ("85%") stays. */
export const oneLine = (text: string): string =>
  plain(text)
    .replace(/\s+/gu, (blanks) => (blanks === '\u00a0' ? blanks : ' '))
    .trim();

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text), 'utf8');

/** The same of one character within a text; most need no look at how JSON writes them. */
const bytesWithin = (character: string): number =>
  character >= ' ' && character <= '~' && character !== '"' && character !== '\\'
    ? 1
    : bytesOf(character) - 2;

/** The text, or as much of it as fits into `bytes` of JSON, then "…". Never cuts a character in two. */
export function clip(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  let size = bytesOf(' …');
  let kept = '';
  for (const character of text) {
    size += bytesWithin(character);
    if (size > bytes) break;
    kept += character;
  }
  return `${kept.trimEnd()} …`;
}

/**
 * One line for a TextBlock, in which Markdown is live: each sign that means something there is escaped.
 * Headings need it, because only a TextBlock is a heading to a screen reader; they are cut at 400 bytes.
 */
export function markdown(text: string): string {
  return (
    clip(oneLine(text), 400)
      .replace(/[\\`*_[\]<>~]/gu, String.raw`\$&`)
      // Each one that another follows: of three in a row two would stand together again.
      .replace(/\{(?=\{)/gu, '{ ')
      .replace(/^([-+#])/u, String.raw`\$1`)
      .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
  );
}

/** A name as it stands between `<at>` and `</at>`: text and entity must be equal, so nothing in it may need an escape. */
export const mentionName = (name: string): string => label(name.replace(/[\\`*_[\]<>~{}&]/gu, ' '));

/** A name or label: one line of at most 160 bytes, so that no directory or policy makes a card too large to send. */
export const label = (text: string): string => clip(oneLine(text), 160);

/** A name of a measure or a reason, in so many bytes that a card has room for all of them twice. */
export const shortName = (name: string): string => clip(oneLine(name), 50);

const MAX_LINES = 24;

/**
 * The lines of a longer text, for one block each, since a TextRun's own line breaks are not shown everywhere.
 * `bytes` bounds what it takes of the card's 28 KB; lines past the 24th are joined into the last.
 */
export function lines(text: string, bytes = 7_000): readonly string[] {
  const all = clip(plain(text), bytes)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (all.length <= MAX_LINES) return all;
  return [...all.slice(0, MAX_LINES - 1), all.slice(MAX_LINES - 1).join(' ')];
}
