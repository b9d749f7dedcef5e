import { readLink } from '../../cases/link';

/** A stretch of a line in one style. With `link` it leads to that https address, and is drawn with where it leads. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link?: string;
}

/** A line as it was typed, and as it is meant: an item of a list has its mark ("•", "1."), `level` says how deep. */
export interface RichLine {
  readonly typed: string;
  readonly mark: string;
  readonly level: number;
  readonly runs: readonly Run[];
}

type Style = Pick<Run, 'bold' | 'italic'>;

const PLAIN: Style = { bold: false, italic: false };
const DEEPEST = 3;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;
const ITEM = /^(?<indent>\s*)(?:[-*•]|(?<number>\d{1,3}[.)]))\s+(?=\S)/u;

// Part numbers and sums hold the same signs (MS_29513_2, 2*3*4): a mark within a word, or beside a blank, is none.
const OPENING = [
  String.raw`\[(?<title>[^[\]]{1,100})\]\((?<target>https://[^\s()<>]{1,1000})\)`,
  String.raw`(?<![^\s(])(?<address>https://[^\s<>"]{1,1000})`,
  String.raw`(?<![\p{L}\p{N}*])(?<bold>\*\*)(?=[^\s*])`,
  String.raw`(?<![\p{L}\p{N}*_])(?<italic>[*_])(?=[^\s*_])`,
].join('|');
/** The last letter within each mark, and the mark that ends it. */
const CLOSING: Readonly<Record<string, string>> = {
  '**': String.raw`[^\s*]\*\*(?![\p{L}\p{N}*])`,
  '*': String.raw`[^\s_]\*(?![\p{L}\p{N}*_])`,
  _: String.raw`[^\s_]_(?![\p{L}\p{N}*_])`,
};

/** What ends a sentence, or the mark around it, is not the address's. */
const AFTER_ADDRESS = ".,;:!?'*_)]";

/**
 * Reads typed text line by line: \*\*bold\*\*, \_italic\_ or \*italic\*, "- " and "1. " lists, [text](https://…) and
 * bare https addresses. Everything else is text as it was typed; nothing is refused. Blank lines are left out.
 */
export function readRichText(text: string): readonly RichLine[] {
  return text
    .split(LINE_END)
    .filter((line) => line.trim() !== '')
    .map(readLine);
}

function readLine(line: string): RichLine {
  const typed = line.trim();
  const item = ITEM.exec(line);
  if (item === null) return { typed, mark: '', level: 0, runs: runsOf(typed, PLAIN) };
  const level = Math.min(DEEPEST, Math.floor((item.groups?.['indent'] ?? '').length / 2));
  const mark = item.groups?.['number'] ?? '•';
  return { typed, mark, level, runs: runsOf(line.slice(item[0].length).trim(), PLAIN) };
}

function runsOf(text: string, style: Style): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  const opening = new RegExp(OPENING, 'giu');
  const within = insideMarks(text);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const found = meaningOf(match, style, within);
    if (found === undefined) continue;
    if ('skipped' in found) {
      opening.lastIndex = match.index + found.skipped;
      continue;
    }
    if (match.index > from) runs.push({ ...style, text: text.slice(from, match.index) });
    runs.push(...found.runs);
    from = match.index + found.length;
    opening.lastIndex = from;
  }
  if (from < text.length) runs.push({ ...style, text: text.slice(from) });
  return runs;
}

/**
 * What stands between a mark at an index and the next one that closes it; undefined where none does. A mark that is
 * nowhere closed is looked for once: it is not closed for a later opening either, and a line may hold thousands of those.
 */
function insideMarks(text: string): (mark: string, index: number) => string | undefined {
  const unclosed = new Set<string>();
  return (mark, index) => {
    if (unclosed.has(mark)) return undefined;
    const closing = new RegExp(CLOSING[mark] ?? '', 'gu');
    closing.lastIndex = index + mark.length;
    const end = closing.exec(text);
    if (end !== null) return text.slice(index + mark.length, closing.lastIndex - mark.length);
    unclosed.add(mark);
    return undefined;
  };
}

/** What markup means and how many characters of the text it takes; or how many to pass over that stay as typed. */
type Meaning =
  { readonly runs: readonly Run[]; readonly length: number } | { readonly skipped: number } | undefined;

function meaningOf(
  { 0: whole, index, groups = {} }: RegExpExecArray,
  style: Style,
  within: ReturnType<typeof insideMarks>,
): Meaning {
  const { title, target, address, bold, italic } = groups;
  if (target !== undefined) return linked(title?.trim() ?? '', target, whole.length, style);
  if (address !== undefined) {
    const shown = withoutEnd(address);
    return linked(shown, shown, shown.length, style);
  }
  const mark = bold ?? italic ?? '';
  const inner = within(mark, index);
  if (inner === undefined) return { skipped: 1 };
  const length = inner.length + 2 * mark.length;
  const more: Partial<Style> = bold === undefined ? { italic: true } : { bold: true };
  // Bold within bold says nothing more; its marks stay as typed.
  if (bold === undefined ? style.italic : style.bold) return { skipped: length };
  return { runs: runsOf(inner, { ...style, ...more }), length };
}

function withoutEnd(address: string): string {
  let end = address.length;
  while (AFTER_ADDRESS.includes(address.charAt(end - 1)) && end > 0) end -= 1;
  return address.slice(0, end);
}

/** What is no link that may be shown to others (rules of `readLink`) stays text as it was typed. */
function linked(text: string, target: string, length: number, style: Style): Meaning | undefined {
  const link = readLink(target);
  if (!link.ok || text === '') return undefined;
  return { runs: [{ ...style, text, link: link.value }], length };
}

/** Whether a line says more than its plain text does. */
export const isFormatted = ({ mark, runs }: RichLine): boolean =>
  mark !== '' || runs.some(({ bold, italic, link }) => bold || italic || link !== undefined);
