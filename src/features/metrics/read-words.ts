import { isoDateIn } from '../../domain/calendar/calendar-days';
import { dayAfter } from '../../domain/metrics/days';
import { readDays } from '../../domain/metrics/periods/read-days';
import { ENTERPRISE, questionKeys } from '../../domain/metrics/question-key';
import { readPeriod, readPeriods } from '../../domain/metrics/read-period';
import { zoneOf, type Scope } from '../../domain/metrics/summary';
import { ok, type Result } from '../../domain/kernel/refusal';
import type { Asker } from '../../commands/command';
import type { MetricsQuestion } from '../../ports/metrics';
import { isFiller } from './read-filler';
import { MAX_WORDS, takeApart, wordsOf, type Parsed, type SaidOf, type Sense } from './read-line';
import { measureLike, measuresCalled } from '../../commands/resolve/measure-named';
import { readScope, scopesNamed, us, type Nearness } from '../../commands/resolve/scope-named';

/** What reading a question needs to know. */
export type Asking = Asker;

/**
 * What a line about the figures is made of; `us` is whom "we" are, where nobody else is named, and `again` a second of
 * what can be asked once.
 */
export type Kind = 'scope' | 'us' | 'period' | 'measure' | 'again';

/** What more a command reads in its line. */
export type MoreSenses<More extends string> = (said: string) => readonly Sense<More>[];

/**
 * What a line asks: one question, or several of which one is meant; else the words that nothing could be made of, or that
 * ask a second time.
 */
export type QuestionRead =
  | { readonly kind: 'asked'; readonly questions: readonly [MetricsQuestion, ...MetricsQuestion[]] }
  | { readonly kind: 'not-understood'; readonly unknown: readonly string[] }
  | { readonly kind: 'again'; readonly again: string };

const COST: Readonly<Record<Nearness, number>> = { exact: 0, part: 5, slip: 100 };
/** Words that ask a second time are better than words that nothing can be made of, and worse than all else. */
const AGAIN = 500;
/** A word that says nothing costs more than one that does, and less alone than words that say nothing together. */
const [PHRASE, FILLER] = [1, 2];
const US = /^(?:we|us|our|ours)$/;

/** Reads a line: of what, when and which measure, in any order, with the words that people put around them. */
export function readWords(words: string, asking: Asking): QuestionRead {
  const ways = readParts(words, asking);
  const whole = ways.filter(({ unknown, said: { again } }) => unknown.length === 0 && again === undefined);
  const questions = questionsOfWays(whole, asking);
  const [first, ...others] = questions;
  if (first !== undefined) return { kind: 'asked', questions: [first, ...others] };
  const { unknown = [], said } = ways[0] ?? {};
  if (unknown.length === 0 && said?.again !== undefined) return { kind: 'again', again: said.again };
  return { kind: 'not-understood', unknown: unknown.length > 0 ? unknown : [said?.period ?? words] };
}

/**
 * The likeliest ways to take a line apart. Slips of the pen are forgiven only where nothing else could be made of the
 * words, so that a name which is there is never taken for another.
 */
export function readParts<More extends string = never>(
  words: string,
  asking: Asking,
  more: MoreSenses<More> = () => [],
): readonly Parsed<Kind | More>[] {
  const all = wordsOf(words);
  // Nothing is made of what is past the most words, so that it is told.
  if (all.length > MAX_WORDS) {
    const past = all.slice(MAX_WORDS).map(({ typed }) => typed);
    return [{ said: {}, unknown: [past.join(' ')], unknownAt: [...past.keys()], words: past.length }];
  }
  // Each words once: of a line that says the same again and again, and of a second look at it, nothing is read anew.
  const made = new Map<string, readonly Sense<Kind | More>[]>();
  const periods = new Map<string, boolean>();
  const days = daysNow(asking);
  const sensesOnce = (said: string, forgiving: boolean): readonly Sense<Kind | More>[] => {
    const key = `${forgiving ? '~' : '='}${said}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    const period = periods.get(said) ?? days.some((day) => readDays(said, day).length > 0);
    periods.set(said, period);
    const senses = [...sensesOf(said, asking, forgiving, period), ...more(said)];
    made.set(key, senses);
    return senses;
  };
  const first = takeApart<Kind | More>(all, (said) => sensesOnce(said, false));
  const places = new Set(first.flatMap(({ unknownAt }) => unknownAt));
  if (places.size === 0) return first;
  return takeApart<Kind | More>(all, (said, from, to) => {
    const forgiving = Array.from({ length: to - from }, (_, nth) => from + nth).some((at) => places.has(at));
    return sensesOnce(said, forgiving);
  });
}

/** What words together can be. Those that are two things are so alike: "march" who is a person, and the month. */
function sensesOf(
  said: string,
  asking: Asking,
  forgiving: boolean,
  isPeriodToo: boolean,
): readonly Sense<Kind>[] {
  if (said.trim() === '') return [{ kind: 'filler', cost: 0 }];
  const scopes = scopesNamed(said, asking, forgiving);
  const measure =
    measuresCalled(said).length > 0
      ? 0
      : forgiving && measureLike(said) !== undefined
        ? COST.slip
        : undefined;
  const named: readonly (readonly [Kind, number | undefined])[] = [
    ['scope', scopes === undefined ? undefined : COST[scopes.nearness]],
    ['period', isPeriodToo ? 0 : undefined],
    ['measure', measure],
  ];
  const found = named.flatMap(([kind, cost]) => (cost === undefined ? [] : [{ kind, cost }]));
  const least = Math.min(...found.map(({ cost }) => cost));
  return [
    ...found.map(({ kind }) => ({ kind, cost: least })),
    ...(found.length > 0 ? [{ kind: 'again' as const, cost: AGAIN + least }] : []),
    ...(US.test(said) ? [{ kind: 'us' as const, cost: 0 }] : []),
    ...(isFiller(said) ? [{ kind: 'filler' as const, cost: said.includes(' ') ? PHRASE : FILLER }] : []),
  ];
}

/** Words are a period if they are one today or tomorrow: it may be tomorrow already in the zone of what is asked. */
function daysNow({ now, directory }: Asking): readonly string[] {
  const today = isoDateIn(zoneOf(ENTERPRISE, directory), now);
  return [today, dayAfter(today)];
}

/** The questions that ways to take a line apart can mean, each once; ways that say the same are read once. */
export function questionsOfWays(
  ways: readonly { readonly said: SaidOf<Kind> }[],
  asking: Asking,
): readonly MetricsQuestion[] {
  const bySaid = new Map(
    ways.map(({ said }) => [JSON.stringify([said.scope, said.us, said.period, said.measure]), said]),
  );
  return distinct(
    [...bySaid.values()].flatMap((said) => questionsOf(said, asking)),
    asking,
  );
}

/** The questions that the parts of a line can mean, each period in the zone of its scope. */
export function questionsOf(said: SaidOf<Kind>, asking: Asking): readonly MetricsQuestion[] {
  return scopesIn(said, asking).flatMap((scope) =>
    readPeriods(said.period ?? '', asking.now, zoneOf(scope, asking.directory)).flatMap((period) =>
      measuresIn(said.measure).map((measure) => ({ scope, period, ...measure })),
    ),
  );
}

function scopesIn({ scope, us: we }: SaidOf<Kind>, asking: Asking): readonly Scope[] {
  if (scope !== undefined) return scopesNamed(scope, asking, true)?.scopes ?? [];
  return [we === undefined ? ENTERPRISE : us(asking)];
}

function measuresIn(said: string | undefined): readonly Pick<MetricsQuestion, 'measure'>[] {
  if (said === undefined) return [{}];
  const called = measuresCalled(said);
  const like = called.length > 0 ? undefined : measureLike(said);
  return [...called, ...(like === undefined ? [] : [like])].map((measure) => ({ measure }));
}

/**
 * Reads scope and period apart, each in words or as a button carries it; a group's period is in its own zone. Refuses what
 * is none, and what is several, at its field.
 */
export function readBoth(scopeWords: string, periodWords: string, asking: Asking): Result<MetricsQuestion> {
  const scope = readScope(scopeWords, asking);
  if (!scope.ok) return scope;
  const period = readPeriod(periodWords, asking.now, zoneOf(scope.value, asking.directory));
  return period.ok ? ok({ scope: scope.value, period: period.value }) : period;
}

/** Each question once, by its keys. */
function distinct(questions: readonly MetricsQuestion[], { directory }: Asking): readonly MetricsQuestion[] {
  const byKeys = new Map(
    questions.map((question) => [JSON.stringify(questionKeys(question, directory)), question]),
  );
  return [...byKeys.values()];
}
