import { isFormatted, readRichText, type RichLine, type Run } from '../../domain/kernel/text/rich-text';
import { clip, plain } from './escape-text';
import { linkText } from './link-view';

/** A TextRun as the templates take it: shown as it stands, whatever signs are in it. */
export interface RunView {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly italic?: true;
  readonly underline?: true;
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string };
}

/** One line of a longer text: a RichTextBlock of its own. */
export interface LineView {
  readonly runs: readonly RunView[];
}

/** A line of text in no style. */
export const plainLine = (text: string): LineView => ({ runs: [{ type: 'TextRun', text }] });

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

function runView({ text, bold, italic, link }: Run): RunView {
  return {
    type: 'TextRun',
    text: link === undefined ? text : linkText(text, link),
    ...(bold ? { weight: 'Bolder' } : {}),
    ...(italic ? { italic: true } : {}),
    ...(link === undefined
      ? {}
      : { underline: true, selectAction: { type: 'Action.OpenUrl', url: link } as const }),
  };
}

// A TextRun has no indent of its own, and clients drop ordinary blanks where a line begins.
const INDENT = '\u2003';

function lineView({ mark, level, runs }: RichLine): LineView {
  const drawn = runs.map(runView);
  return { runs: mark === '' ? drawn : [...plainLine(`${INDENT.repeat(level)}${mark} `).runs, ...drawn] };
}

/**
 * As much of a formatted text as `bytes` of JSON and `most` lines have room for, then "…". The line that no longer fits
 * is cut as it was typed, so that no link is ever cut into another one. Nothing, where no line is formatted.
 */
export function richLines(text: string, bytes: number, most: number): readonly LineView[] | undefined {
  const all = readRichText(plain(text));
  if (!all.some(isFormatted)) return undefined;
  const shown: LineView[] = [];
  let room = bytes;
  for (const line of all.slice(0, most)) {
    const drawn = isFormatted(line) ? lineView(line) : plainLine(line.typed);
    const size = isFormatted(line) ? bytesOf(drawn.runs) : bytesOf(line.typed);
    if (size > room) return [...shown, plainLine(clip(line.typed, room))];
    shown.push(drawn);
    room -= size;
  }
  return all.length > most ? [...shown, plainLine('…')] : shown;
}

/** Every line of a formatted text, whole; one that takes more than `longest` bytes goes on in the next. */
export const wholeRichLines = (
  text: string,
  longest: number,
  broken: (text: string) => readonly string[],
): readonly LineView[] => readRichText(plain(text)).flatMap((line) => brokenLine(line, longest, broken));

function brokenLine(
  line: RichLine,
  longest: number,
  broken: (text: string) => readonly string[],
): readonly LineView[] {
  if (!isFormatted(line)) return broken(line.typed).map(plainLine);
  const parts: RunView[][] = [[]];
  let size = 0;
  // A link is one piece: half of it would lead nowhere, or elsewhere.
  const pieces = lineView(line).runs.flatMap((run) =>
    run.selectAction === undefined ? broken(run.text).map((text) => ({ ...run, text })) : [run],
  );
  for (const piece of pieces) {
    const bytes = bytesOf(piece);
    if (size > 0 && size + bytes > longest) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(piece);
    size += bytes;
  }
  return parts.map((runs) => ({ runs }));
}
