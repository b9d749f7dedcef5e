import { Parser } from 'htmlparser2';
import { readRichText, type Run } from '../domain/kernel/text/rich-text';

/** Longer HTML is not read: its line would be too long. */
const MAX_HTML = 16_000;
/** What has more tags was made to keep someone busy: each is looked for among those that are open. */
const MAX_TAGS = 2_000;
/** Deeper items of lists are drawn no further in. */
const DEEPEST_ITEM = 3;

const BLOCKS = new Set('p div h1 h2 h3 h4 h5 h6 blockquote pre ul ol li table tr hr'.split(' '));
const STYLES: Readonly<Record<string, 'bold' | 'italic'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
};
/** What is in these was not written by the sender. */
const SILENT = new Set('script style title textarea template'.split(' '));

/**
 * The text of a message's HTML with bold, italic, lists and https links written as people type them; all other markup
 * is dropped, and the mention that begins it. Never throws; what would be read otherwise than it was meant stays plain, and
 * of what is no message that someone wrote, or has more than `maxCharacters`, there is no line.
 */
export function htmlToText(html: string, maxCharacters = Infinity): string {
  if (html.length > MAX_HTML || html.split('<', MAX_TAGS + 2).length > MAX_TAGS + 1) return '';
  const reader = new LineReader(maxCharacters);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      reader.open(name, attributes);
    },
    ontext: (text) => {
      reader.add(text);
    },
    onclosetag: (name) => {
      reader.close(name);
    },
  });
  parser.end(html);
  return reader.end();
}

type Attributes = Readonly<Record<string, string>>;

class LineReader {
  constructor(private readonly maxCharacters: number) {}

  readonly #lines: string[] = [];
  readonly #depth = { bold: 0, italic: 0, silent: 0, mention: 0 };
  /** The lists that are open: undefined for bullets, else the number of the last item. */
  readonly #lists: (number | undefined)[] = [];
  #link: string | undefined;
  #mark = '';
  #runs: Run[] = [];
  /** How many characters were read, without the blanks around them. Once there are any, a mention is part of what is said. */
  #characters = 0;

  open(name: string, attributes: Attributes): void {
    if (BLOCKS.has(name) || name === 'br') this.#endLine();
    if (SILENT.has(name)) this.#depth.silent += 1;
    if (this.#depth.mention > 0) this.#depth.mention += 1;
    else if (isMention(name, attributes) && this.#characters === 0) this.#depth.mention = 1;
    const style = STYLES[name];
    if (style !== undefined) this.#depth[style] += 1;
    if (name === 'a') this.#link = attributes['href'];
    if (name === 'ul') this.#lists.push(undefined);
    if (name === 'ol') this.#lists.push(0);
    if (name === 'li') this.#mark = this.#nextMark();
    if (name === 'td' || name === 'th') this.add(' ');
    if (name === 'emoji' || (attributes['itemtype'] ?? '').endsWith('/Emoji'))
      this.add(attributes['alt'] ?? '');
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#endLine();
    if (SILENT.has(name)) this.#depth.silent -= 1;
    if (this.#depth.mention > 0) this.#depth.mention -= 1;
    const style = STYLES[name];
    if (style !== undefined) this.#depth[style] -= 1;
    if (name === 'li') this.#mark = '';
    if (name === 'a') this.#link = undefined;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
  }

  add(typed: string): void {
    if (this.#depth.silent > 0 || this.#depth.mention > 0) return;
    const text = typed.replace(/\s+/gu, ' ');
    this.#characters += text.trim().length;
    // A line this long is refused, so the rest of it need not be read.
    if (this.#characters > this.maxCharacters) return;
    const run = { text, bold: this.#depth.bold > 0, italic: this.#depth.italic > 0 };
    const last = this.#runs.at(-1);
    if (last !== undefined && sameStyle(last, { ...run, ...this.#linked() })) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
    } else if (text !== '') this.#runs.push({ ...run, ...this.#linked() });
  }

  end(): string {
    this.#endLine();
    return this.#characters > this.maxCharacters ? '' : this.#lines.join('\n');
  }

  #linked(): Pick<Run, 'link'> {
    return this.#link === undefined ? {} : { link: this.#link };
  }

  #nextMark(): string {
    const count = this.#lists.at(-1);
    if (this.#lists.length > 0 && count !== undefined) this.#lists[this.#lists.length - 1] = count + 1;
    return `${'  '.repeat(Math.min(DEEPEST_ITEM, Math.max(0, this.#lists.length - 1)))}${count === undefined ? '-' : `${count + 1}.`} `;
  }

  #endLine(): void {
    const line = typedLine(this.#runs);
    this.#runs = [];
    if (line === '') return;
    this.#lines.push(`${this.#mark}${line}`);
    this.#mark = '';
  }
}

const isMention = (name: string, attributes: Attributes): boolean =>
  name === 'at' || (attributes['itemtype'] ?? '').endsWith('/Mention');

const sameStyle = (one: Run, other: Run): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.link === other.link;

/** The runs as someone would type them; without their styles where the line would be read as something else. */
function typedLine(runs: readonly Run[]): string {
  const flat = runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  const typed = runs.map(typedRun).join('').replace(/\s+/gu, ' ').trim();
  const [line] = readRichText(typed);
  return line !== undefined && line.mark === '' && meant(line.runs) === meant(runs) ? typed : flat;
}

/** A run with its marks around its words, not around the blanks beside them. */
function typedRun({ text, bold, italic, link }: Run): string {
  const words = text.trim();
  if (words === '') return text;
  const [before, after] = text.split(words, 2);
  const linked = link === undefined ? words : typedLink(words, link);
  const leaning = italic ? `_${linked}_` : linked;
  return `${before ?? ''}${bold ? `**${leaning}**` : leaning}${after ?? ''}`;
}

function typedLink(words: string, link: string): string {
  if (!/^https:\/\//iu.test(link)) return words;
  if (words === link) return words;
  return `[${words}](${link.replace(/[()<>\s]/gu, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`;
}

/** Each letter with its style, so that two ways to cut a line into runs compare equal. Where a link leads is read later. */
const meant = (runs: readonly Run[]): string =>
  runs
    .flatMap(({ text, bold, italic }) =>
      Array.from(text.replace(/\s+/gu, ''), (letter) => `${letter}${bold ? 'b' : ''}${italic ? 'i' : ''} `),
    )
    .join('');
