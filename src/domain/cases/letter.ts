import { askingText } from '../satisfaction/ask';
import type { Case } from './case';
import type { Entry, EntryOf } from './timeline';

/** An e-mail to the customer as an entry of the timeline holds it. */
export interface Letter {
  /** Index of the entry. */
  readonly entry: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds at which it was written, in the case's time. */
  readonly at: number;
  /** Id of the activity that brought it: with case and entry, what makes the e-mail recognisable. */
  readonly cause: string;
  /** The link to the page where the customer answers is put into the text when it leaves (rule CL-7). */
  readonly needsLink?: true;
  /** No person wrote it: the program sends it by itself. */
  readonly automatic?: true;
}

/** The entries that may carry a word to the customer. */
type WordEntry = EntryOf<'interim-sent' | 'status-sent' | 'closed' | 'word-repeated'>;

/** Whether an entry is a word to the customer. */
export const isWord = (entry: Entry | undefined): entry is WordEntry =>
  entry?.kind === 'interim-sent' ||
  entry?.kind === 'status-sent' ||
  entry?.kind === 'closed' ||
  entry?.kind === 'word-repeated';

/** The e-mail of the entry at an index; undefined where it is none, or the word was given by telephone. */
export function letterOf(of: Case, entry: number): Letter | undefined {
  const { number, timeline } = of;
  const written = timeline[entry];
  if (written?.kind === 'satisfaction-asked') {
    const { to, subject, at, cause } = written;
    return { entry, to, subject, text: askingText(of), at, cause, needsLink: true, automatic: true };
  }
  if (!isWord(written) || written.word?.by !== 'email') return undefined;
  const { to, subject } = written.word;
  return { entry, to, subject, text: textOf(written, number), at: written.at, cause: written.cause };
}

/** How a letter to the customer ends, above the name of the group; what is added to it stands before. */
export const letterEnd = (number: string): readonly string[] => [
  `Please give the case number ${number} when you contact us about it.`,
  '',
  'Respectfully,',
];

/** The text as it goes: that of a closing with its long lead time's reason and alternative (rule CL-5). */
function textOf(entry: WordEntry, number: string): string {
  if (entry.kind !== 'closed' || entry.longLead === undefined) return entry.text;
  const { reason, alternative } = entry.longLead;
  const added = [
    `Why it takes this long: ${reason}`,
    ...(alternative === undefined ? [] : [`What you can do meanwhile: ${alternative}`]),
  ];
  const written = entry.text.split('\n');
  const ends = letterEnd(number).filter((line) => line !== '');
  // The agent may have written it anew: then it follows what they wrote.
  const end = written.findIndex((line) => ends.includes(line.trim()));
  if (end < 0) return [...written, '', ...added].join('\n');
  return [...written.slice(0, end), ...added, '', ...written.slice(end)].join('\n');
}

/** What became of the e-mail of an entry; undefined while it is not sent. */
export function fateOf({ timeline }: Case, entry: number): EntryOf<'mail-sent' | 'mail-refused'> | undefined {
  return timeline.findLast(
    (each): each is EntryOf<'mail-sent' | 'mail-refused'> =>
      (each.kind === 'mail-sent' || each.kind === 'mail-refused') && each.of === entry,
  );
}

/** The index of the latest word whose e-mail was refused and that was not given again since. */
export function wordToRepeat({ timeline }: Case): number | undefined {
  const repeated = new Set(timeline.flatMap((each) => (each.kind === 'word-repeated' ? [each.of] : [])));
  return timeline.findLast(
    (each): each is EntryOf<'mail-refused'> =>
      each.kind === 'mail-refused' && !repeated.has(each.of) && isWord(timeline[each.of]),
  )?.of;
}
