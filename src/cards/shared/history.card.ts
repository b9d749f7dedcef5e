import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonViews, type Button } from './button-view';
import { oneLine, plain } from './escape-text';
import type { ValueOf } from './presented';
import { plainLine, wholeRichLines, type LineView } from './rich-text-view';
import type { Subject } from './subject';
import { instantText } from './time-text';
import { doneBy } from './where-text';

/** An entry on a page of the history; one that is longer than a page goes on with the next. */
interface HistoryEntryView {
  readonly who: string;
  readonly what: string;
  readonly details: readonly LineView[];
}

/** What a page's entries may take of the card's 27 KB, and what the template adds to each of its parts, in bytes of JSON. */
const PAGE = 22_000;
const FRAME = { entry: 420, line: 100 } as const;
/** A line longer than this goes on in the next one, so that a page can end within it. */
const MAX_LINE = 1_500;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

/** The history of a record. */
type HistoryValue = Omit<ValueOf<'history'>, 'case'> & { readonly subject: Subject };

/** All entries of a record in order, each with who and when and everything that was written with it (rule RE-1). */
export function present(value: HistoryValue, context: DomainContext) {
  const { subject } = value;
  const { ref, timeline, title } = subject;
  const pages = pagesOf(subject, context);
  const page = Math.min(Math.max(1, value.page), pages.length);
  const count = timeline.length === 1 ? '1 entry' : `${timeline.length} entries`;
  const place = pages.length === 1 ? '' : ` · page ${page} of ${pages.length}`;
  return {
    summary: `History of ${ref.id}: ${count}${place}`,
    view: {
      title: `History of ${ref.id}`,
      about: `${title} · ${count}${place}`,
      entries: pages[page - 1] ?? [],
      actions: buttonViews(pager(subject, page, pages.length)),
    },
  };
}

/** Earlier and later pages, if there are any, then the record itself. */
function pager({ ref, open }: Subject, page: number, pages: number): readonly Button[] {
  const turn = (title: string, to: number): Button => ({
    title,
    verb: 'case.history',
    data: { case: ref.id, page: String(to) },
  });
  return [
    ...(page > 1 ? [turn('Earlier', page - 1)] : []),
    ...(page < pages ? [turn('Later', page + 1)] : []),
    open,
  ];
}

/** The pages from the first entry on: a page that is full stays as it is however the timeline grows. */
function pagesOf(subject: Subject, context: DomainContext): readonly (readonly HistoryEntryView[])[] {
  const { timeline, zone } = subject;
  const pages: HistoryEntryView[][] = [[]];
  let room = PAGE;
  const put = (entry: HistoryEntryView, bytes: number): void => {
    if (bytes > room) {
      pages.push([]);
      room = PAGE;
    }
    pages.at(-1)?.push(entry);
    room -= bytes;
  };
  timeline.forEach((entry, index) => {
    const words = subject.words(index);
    const what = oneLine(words.what);
    const who = `${index + 1} · ${instantText(entry.at, zone, context.now)} · ${doneBy(entry, context)}`;
    const head = (continued: boolean): HistoryEntryView & { details: LineView[] } => ({
      who,
      what: continued ? `${what} (continued)` : what,
      details: [],
    });
    const headBytes = FRAME.entry + bytesOf(who) + bytesOf(`${what} (continued)`);
    const lines = words.formatted
      ? words.details.flatMap((text) => wholeRichLines(text, MAX_LINE, broken))
      : words.details.flatMap(wholeLines).map(plainLine);
    let shown = head(false);
    // A head without a line of its own would stand alone at the end of a page.
    put(shown, headBytes + (lines[0] === undefined ? 0 : lineBytes(lines[0])));
    lines.forEach((line, at) => {
      const bytes = lineBytes(line);
      if (at > 0 && bytes > room) {
        shown = head(true);
        put(shown, headBytes + bytes);
      } else if (at > 0) room -= bytes;
      shown.details.push(line);
    });
  });
  return pages;
}

const lineBytes = ({ runs }: LineView): number => FRAME.line + bytesOf(runs);

/** The lines of a text, whole: a very long one is broken between characters. */
function wholeLines(text: string): readonly string[] {
  return plain(text)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .filter((line) => line.trim() !== '')
    .flatMap(broken);
}

function broken(line: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const bytes = bytesOf(character) - 2;
    if (size + bytes > MAX_LINE) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += bytes;
  }
  return [...parts, part];
}
