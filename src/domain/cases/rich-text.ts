import { readLink } from './link';

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
const MARKUP = [
  String.raw`\[(?<title>[^[\]]{1,100})\]\((?<target>https://[^\s()<>]{1,1000})\)`,
  String.raw`(?<![^\s(])(?<address>https://[^\s<>"]{1,1000})`,
  String.raw`(?<![\p{L}\p{N}*])\*\*(?<bold>[^\s*]|[^\s*].*?[^\s*])\*\*(?![\p{L}\p{N}*])`,
  String.raw`(?<![\p{L}\p{N}*_])(?<mark>[*_])(?<italic>[^\s*_]|[^\s*_].*?[^\s_])\k<mark>(?![\p{L}\p{N}*_])`,
].join('|');

/** What ends a sentence, or the mark around it, is not the address's. */
const AFTER_ADDRESS = /[.,;:!?'*_)\]]+$/u;

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
  const markup = new RegExp(MARKUP, 'giu');
  for (let match = markup.exec(text); match !== null; match = markup.exec(text)) {
    const found = meaningOf(match, style);
    if (found === undefined) continue;
    if (match.index > from) runs.push({ ...style, text: text.slice(from, match.index) });
    runs.push(...found.runs);
    from = match.index + found.length;
    markup.lastIndex = from;
  }
  if (from < text.length) runs.push({ ...style, text: text.slice(from) });
  return runs;
}

interface Meaning {
  readonly runs: readonly Run[];
  /** How many characters of the text it takes. */
  readonly length: number;
}

function meaningOf({ 0: whole, groups = {} }: RegExpExecArray, style: Style): Meaning | undefined {
  const { title, target, address, bold, italic } = groups;
  if (target !== undefined) return linked(title?.trim() ?? '', target, whole.length, style);
  if (address !== undefined) {
    const shown = address.replace(AFTER_ADDRESS, '');
    return linked(shown, shown, shown.length, style);
  }
  // Bold within bold says nothing more; its marks stay as typed.
  if (bold !== undefined && !style.bold)
    return { runs: runsOf(bold, { ...style, bold: true }), length: whole.length };
  if (italic !== undefined && !style.italic)
    return { runs: runsOf(italic, { ...style, italic: true }), length: whole.length };
  return undefined;
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
