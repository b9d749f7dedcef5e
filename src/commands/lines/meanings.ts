import type { AnyCommand, Typed } from '../command';
import type { Registry } from '../registry';
import { shorten } from '../shorten';
import { withoutPoliteEnd, withoutPoliteStart } from './polite-words';
import { readRest, takesRecord } from './read-rest';

/** One thing that a line may ask for: a command with its inputs, as a button runs it. */
export interface Meaning {
  readonly verb: string;
  /** "Close CS0000015" */
  readonly title: string;
  readonly input: Readonly<Record<string, string>>;
}

// A text of this length is a text, and the card that asks has no room for it three times.
const MAX_LENGTH = 2_000;
// A card has room for six buttons, one of which is the way out.
const MAX_ASKED = 5;

const RECORD = String.raw`(?:(?:cs|mr|pb|ap)[\s-]{0,3}#?|#)\s{0,3}0{0,9}\d{1,9}(?![\p{L}\d])`;
const JOINT = String.raw`[\s,;:]*(?:(?:and|or|then|also|plus)(?![\p{L}\d])|[&+/])[\s,]*`;
const FIRST_RECORD = new RegExp(`^${RECORD}`, 'iu');
const NEXT_RECORD = new RegExp(
  String.raw`^(?:(?:${JOINT}|[\s,;]+)(${RECORD})|${JOINT}(\d{1,7})(?=$|[.!?]*$|[\s,;]+(?:and|or)\s))`,
  'iu',
);
const ANY_RECORD = new RegExp(`(?<![^\\s(,;&+/])${RECORD}`, 'giu');
// Where a second thing may begin; what follows is read as a line of its own.
const SPLIT = /(?:\s|^)(?:and|or|then|also|plus)(?![\p{L}\d])[\s,]*|[&+;,\n][\s,]*/giu;
const FILLER = /^(?:(?:and|or|then|also|to|please|pls|next)[\s,]+)+/iu;
const SAME = /^(?:it|that|this|them|both|the case|this case|that case|this one|that one)?[\s.,!?]*$/iu;
const ENDS = /[\s,;&+/]*(?:\s(?:and|or|then|also|plus))?[\s,;&+/]*$/iu;

interface Found {
  readonly command: AnyCommand;
  readonly typed: Typed;
  readonly rest: string;
}

/**
 * The things that a line asks for where it names two records or two actions; empty where it is about one. Nothing of it
 * is done: the person presses which. What a command takes as a person's own words (`freeText`) may name other records.
 */
export function meaningsOf(line: string, registry: Registry): readonly Meaning[] {
  if (line.length > MAX_LENGTH) return [];
  const text = withoutPoliteStart(line);
  const found = commandOf(text, registry);
  const meanings = found === undefined ? ofRecordsAlone(text, registry) : ofCommand(found, registry);
  const told = new Map(meanings.map((meaning) => [JSON.stringify([meaning.verb, meaning.input]), meaning]));
  return told.size < 2 ? [] : [...told.values()].slice(0, MAX_ASKED);
}

function commandOf(line: string, registry: Registry): Found | undefined {
  const { command, rest } = registry.byWords(line) ?? {};
  return command?.typed === undefined || rest === undefined
    ? undefined
    : { command, typed: command.typed, rest };
}

/** "cs4 and cs9": each is shown. */
function ofRecordsAlone(text: string, registry: Registry): readonly Meaning[] {
  const { records, after } = leadingRecords(text);
  const show = registry.byVerb('case.show');
  const isList = records.length > 1 && SAME.test(after);
  return isList && show !== undefined ? records.map((record) => meaning(show, record)) : [];
}

function ofCommand(found: Found, registry: Registry): readonly Meaning[] {
  const { command, typed, rest } = found;
  // A greeting, a question for help, and a report of a problem are about no record, whatever they name.
  if (command.openToAll === true) return [];
  const { records, after } = leadingRecords(rest);
  if (records.length > (typed.records ?? 1)) {
    return records.map((record) => meaning(command, `${record} ${after}`));
  }
  const actions = secondActions(found, records[0], registry);
  const isOwnWords = typed.freeText !== undefined || records.length === 0;
  return actions.length > 0 || isOwnWords ? actions : ofEachRecord(command, rest);
}

/** The records that a text begins with, as they were written, and what follows the last. */
function leadingRecords(text: string): { readonly records: readonly string[]; readonly after: string } {
  const first = FIRST_RECORD.exec(text)?.[0];
  if (first === undefined) return { records: [], after: text };
  const records = [first];
  let after = text.slice(first.length);
  for (let next = NEXT_RECORD.exec(after); next !== null; next = NEXT_RECORD.exec(after)) {
    records.push(next[1] ?? `#${next[2] ?? ''}`);
    after = after.slice(next[0].length);
  }
  return { records, after };
}

/** "assign cs14 to Kim and cs6 to me": each record with what follows it. */
function ofEachRecord(command: AnyCommand, rest: string): readonly Meaning[] {
  const starts = [...rest.matchAll(ANY_RECORD)].map(({ index }) => index);
  return starts.map((start, at) => meaning(command, rest.slice(start, starts[at + 1]).replace(ENDS, '')));
}

/** "close cs15 and open a new case": the command as it begins, and each further one. */
function secondActions(found: Found, record: string | undefined, registry: Registry): readonly Meaning[] {
  const { command, typed, rest } = found;
  for (const split of rest.slice(0, MAX_LENGTH).matchAll(SPLIT)) {
    const before = rest.slice(0, split.index);
    const second = commandOf(rest.slice(split.index + split[0].length).replace(FILLER, ''), registry);
    if (second === undefined) continue;
    const said = withoutPoliteEnd(second.rest, true);
    const own = FIRST_RECORD.exec(said)?.[0];
    const isProse =
      typed.freeText !== undefined && !(before === (record ?? '') && /^\s*[a-z]/iu.test(split[0]));
    if (!isAction(second, said, own, isProse || record === undefined)) continue;
    if (record === undefined && own === undefined) continue;
    const about = takesRecord(second.typed) ? (own ?? record ?? '') : '';
    const rests = SAME.test(said) ? about : said;
    const first = record === undefined ? `${own ?? ''} ${before}` : before;
    return [
      meaning(command, takesRecord(typed) ? first : before),
      meaning(second.command, rests),
      // A text that names an action may be meant as it stands.
      ...(isProse ? [meaning(command, rest)] : []),
    ];
  }
  return [];
}

/** Whether the words of a command are meant as one: in a person's own words only where they could hardly be a sentence. */
function isAction({ typed, rest }: Found, said: string, own: string | undefined, inProse: boolean): boolean {
  if (!inProse) return true;
  return takesRecord(typed) && (rest === '' || own !== undefined || SAME.test(said));
}

function meaning(command: AnyCommand, rest: string): Meaning {
  const input = command.typed === undefined ? {} : readRest(command.typed, rest.trim());
  return { verb: command.verb, title: titleOf(command, input), input };
}

function titleOf({ title }: AnyCommand, input: Readonly<Record<string, string>>): string {
  const values = Object.values(input);
  const [first = '', ...others] = values;
  const more = others.join(' ').trim();
  return `${title} ${first}`.trim() + (more === '' ? '' : `: ${shorten(more, 40)}`);
}
